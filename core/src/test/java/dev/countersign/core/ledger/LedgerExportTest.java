// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.FakeLedgerStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What leaves the ledger is a log like any other; what the desk remembers of it serves there. */
class LedgerExportTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.5Z");
    private static final Actor ADA = new Actor("ada", Actor.Type.USER);

    @TempDir Path folder;
    private final FakeLedgerStore store = new FakeLedgerStore(() -> NOW, UUID::randomUUID);

    @BeforeEach
    void fill() {
        for (DeskAction action : DeskAction.values()) {
            store.append(
                    LedgerEntry.of(ADA, action, new Resource("run", "r é"))
                            .with(JsonValue.object().with("b", "ü").with("a", 1).build()));
        }
    }

    private Path export() throws SourceException {
        Path file = folder.resolve("ledger.jsonl");
        assertThat(LedgerExport.to(store, file)).isEqualTo(DeskAction.values().length);
        return file;
    }

    private static ChainReport verify(Path file, Checkpoint checkpoint) throws SourceException {
        try (LogFile log = LogFile.open(file)) {
            Verification done =
                    new ChainVerifier(Runnable::run, 1)
                            .verify(
                                    log,
                                    VerifyRequest.DEFAULT.against(checkpoint),
                                    Progress.NONE,
                                    Cancellation.NEVER);
            return ((Verification.Finished) done).report();
        }
    }

    @Test
    void theVerifierFindsItIntact() throws SourceException {
        LedgerReport ours = store.verify(null);
        ChainReport theirs = verify(export(), ours.toRemember(NOW));
        assertThat(theirs.format().name()).isEqualTo("B");
        assertThat(theirs.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(theirs.records()).isEqualTo(ours.events());
        assertThat(theirs.head()).isEqualTo(ours.head());
        assertThat(theirs.checkpoint()).isEqualTo(CheckpointResult.MATCH);
        // all four uncovered fields are there: the verifier says so, and nothing else
        assertThat(theirs.notes()).allMatch(note -> note.record() == 0);
    }

    @Test
    void anEditIsExportedAndNamed() throws SourceException {
        String line = Objects.requireNonNull(store.latest()).line();
        int last = DeskAction.values().length - 1;
        store.edit(last, line.replace("denied", "signed"));
        ChainReport report = verify(export(), null);
        assertThat(report.faults())
                .singleElement()
                .matches(fault -> fault.record() == last)
                .matches(fault -> fault.category() == FaultCategory.CONTENT_MODIFIED);
    }

    @Test
    void anExistingFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> LedgerExport.to(store, file))
                .isInstanceOf(SourceException.class)
                .hasMessage(file + " exists: it was left as it is; choose another name.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aStartRemembersWhatItVerified() throws SourceException {
        Path file = folder.resolve(LedgerCheckpoint.FILE);
        LedgerReport first = LedgerCheckpoint.verifyAndRemember(store, file, NOW);
        assertThat(first.checkpoint()).isEqualTo(CheckpointResult.NONE);
        store.append(LedgerEntry.of(ADA, DeskAction.OPENED, new Resource("run", "r")));
        LedgerReport second = LedgerCheckpoint.verifyAndRemember(store, file, NOW);
        assertThat(second.checkpoint()).isEqualTo(CheckpointResult.GROWN);
        assertThat(second.readFrom()).isEqualTo(first.events() - 1);
        assertThat(LedgerCheckpoint.read(file)).isEqualTo(second.toRemember(NOW));
    }

    @Test
    void aStartThatFindsACutRemembersWhatWas() throws SourceException {
        Path file = folder.resolve(LedgerCheckpoint.FILE);
        LedgerCheckpoint.verifyAndRemember(store, file, NOW);
        Checkpoint before = LedgerCheckpoint.read(file);
        store.cut(3);
        LedgerReport report = LedgerCheckpoint.verifyAndRemember(store, file, NOW);
        assertThat(report.checkpoint()).isEqualTo(CheckpointResult.TAIL_MISSING);
        assertThat(LedgerCheckpoint.read(file)).isEqualTo(before);
    }

    @Test
    void aCheckpointThatIsNoneIsNotPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve(LedgerCheckpoint.FILE), "{}");
        assertThatThrownBy(() -> LedgerCheckpoint.verifyAndRemember(store, file, NOW))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + " is no checkpoint")
                .hasMessageEndingWith(
                        "It remembers the ledger: put a copy back, or remove it to begin anew.");
    }

    @Test
    void failuresAreCountedByActor() {
        FakeLedgerStore failures = new FakeLedgerStore(() -> NOW, UUID::randomUUID);
        for (String who : new String[] {"bob", "ada", "ada", "cy", "bob", "ada"}) {
            failures.append(
                    LedgerEntry.of(
                                    new Actor(who, Actor.Type.USER),
                                    DeskAction.SIGNED,
                                    new Resource("run", "r"))
                            .ended(EventOutcome.DENIED));
        }
        String at = "2026-11-21T10:00:00.500000Z";
        assertThat(FailedAccess.of(failures.find(LedgerQuery.ALL), 2))
                .containsExactly(
                        new FailedAccess("ada", 3, at, at), new FailedAccess("bob", 2, at, at));
    }
}
