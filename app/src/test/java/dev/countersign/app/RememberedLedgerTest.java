// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What a desk remembers of its ledger, so that a database that is put back is seen.
class RememberedLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private @TempDir Path temp;
    @AutoClose private final Access desks = new Access();
    private Path folder;
    private WorkspaceAccess access;

    @BeforeEach
    void workspace() throws Exception {
        folder = Files.createDirectory(temp.resolve("desk"));
        Files.createDirectory(folder.resolve("runs"));
        Files.writeString(folder.resolve("policy.json"), PolicyWriter.write(DefaultPolicy.get()));
    }

    private void session(int acts) throws SourceException {
        access = desks.on(temp.resolve("user"), () -> NOW);
        var _ = access.open(folder);
        for (int i = 0; i < acts; i++) {
            access.record(
                    DeskAction.EXPORTED, new Resource("run", "r"), JsonValue.object().build());
        }
        access.close();
    }

    private long remembered() throws SourceException {
        Checkpoint last = LedgerCheckpoint.read(folder.resolve(LedgerCheckpoint.FILE));
        return last == null ? 0 : last.records();
    }

    private LedgerVerdict verify() throws SourceException {
        access = desks.on(temp.resolve("user"), () -> NOW);
        var _ = access.open(folder);
        LedgerVerdict verdict =
                new WorkspaceLedger(access).verify(Progress.NONE, Cancellation.NEVER);
        access.close();
        return verdict;
    }

    @Test
    void asItWasWhenTheDeskWasClosed() throws Exception {
        session(3);
        assertThat(remembered()).isEqualTo(4); // that it was opened, too
        session(2);
        assertThat(remembered()).isEqualTo(7);
        assertThat(verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    void eachRowHasTheHashThatItsTextGivesHere() throws Exception {
        session(2);
        access = desks.on(temp.resolve("user"), () -> NOW);
        var _ = access.open(folder);
        assertThat(new WorkspaceLedger(access).latest(10).rows())
                .hasSizeGreaterThan(2)
                .allSatisfy(row -> assertThat(row.computed()).isEqualTo(row.hash()).hasSize(64));
        access.close();
    }

    @Test
    void aDatabaseThatIsPutBackIsSeen() throws Exception {
        session(1);
        Path database = folder.resolve(Database.FILE);
        byte[] before = Files.readAllBytes(database);
        session(5);
        byte[] remembered = Files.readAllBytes(folder.resolve(LedgerCheckpoint.FILE));
        Files.write(database, before);
        assertThat(verify()).isInstanceOf(LedgerVerdict.Doubted.class);
        assertThat(folder.resolve(LedgerCheckpoint.FILE)).hasBinaryContent(remembered);
    }
}
