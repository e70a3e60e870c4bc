// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.EventOutcome;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.Origin;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The ledger on the command line, against its contract.
class LedgerCommandTest {
    private static final Actor ADA = new Actor("ada", Actor.Type.USER);
    private static final Actor BOB = new Actor("bob", Actor.Type.USER);
    private static final Actor ROOT = new Actor("root", Actor.Type.ADMIN);
    private static final Actor DESK = new Actor("desk", Actor.Type.SYSTEM);
    private static final Resource RUN = new Resource("run", "r1");

    @TempDir Path workspace;
    private final List<LedgerEvent> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    @BeforeEach
    void fill() throws SourceException {
        try (Database database = Database.open(workspace.resolve(Database.FILE))) {
            var store = new SqliteLedgerStore(database, () -> now, UUID::randomUUID);
            add(store, LedgerEntry.of(ADA, DeskAction.OPENED, RUN));
            add(store, LedgerEntry.of(DESK, DeskAction.VERIFIED, RUN));
            add(
                    store,
                    LedgerEntry.of(BOB, DeskAction.SIGNED, RUN)
                            .ended(EventOutcome.DENIED)
                            .from(new Origin("192.0.2.7", null, null, null)));
            add(
                    store,
                    LedgerEntry.of(ROOT, DeskAction.POLICY_CHANGED, new Resource("policy", "p")));
            for (int i = 0; i < 5; i++) {
                add(
                        store,
                        LedgerEntry.of(ADA, DeskAction.SIGNED, new Resource("run", "r2"))
                                .ended(EventOutcome.FAILURE));
            }
            LedgerCheckpoint.verifyAndRemember(
                    store, workspace.resolve(LedgerCheckpoint.FILE), now);
        }
    }

    private void add(SqliteLedgerStore store, LedgerEntry entry) throws SourceException {
        events.add(store.append(entry));
        now = now.plusSeconds(60);
    }

    private Session ledger(String... words) {
        return Session.run(
                Stream.concat(Stream.of("ledger", workspace.toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Test
    void onAMediumThatCannotBeWritten() {
        Session before = ledger("verify", "--json");
        Path file = workspace.resolve(Database.FILE);
        assumeTrue(
                file.toFile().setReadOnly() && workspace.toFile().setReadOnly(),
                "this file system knows no permissions");
        assumeTrue(!Files.isWritable(workspace), "whoever runs the tests may write everything");
        assertThat(ledger("verify", "--json")).isEqualTo(before);
        assertThat(workspace.toFile().setWritable(true)).isTrue();
    }

    @Test
    void whereNobodyHasDoneAnythingItIsEmpty() throws IOException {
        Files.delete(workspace.resolve(Database.FILE));
        Files.delete(workspace.resolve(LedgerCheckpoint.FILE));
        Files.writeString(workspace.resolve("policy.json"), "{}");
        Files.createDirectory(workspace.resolve("runs"));
        Session session = ledger("verify", "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().text())
                .isEqualTo(
                        "{\"path\": \""
                                + workspace
                                + "\", \"format\": \"B\", \"verdict\": \"empty\", \"records\": 0,"
                                + " \"head\": null, \"first\": null, \"checkpoint\": \"none\","
                                + " \"guards_missing\": []}");
        assertThat(ledger("privileged", "--json").exit()).isZero();
        assertThat(workspace.resolve(Database.FILE)).doesNotExist();
    }

    @Test
    void aLedgerThatWasLostIsNotTakenForAnEmptyOne() throws IOException {
        Files.delete(workspace.resolve(Database.FILE));
        Files.writeString(workspace.resolve("policy.json"), "{}");
        Files.createDirectory(workspace.resolve("runs"));
        Session session = ledger("verify", "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("checkpoint")).isEqualTo("tail_missing");
    }

    @Test
    void anIntactLedger() {
        Session session = ledger("verify", "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.document().text())
                .isEqualTo(
                        "{\"path\": \""
                                + workspace
                                + "\", \"format\": \"B\", \"verdict\": \"intact\", \"records\": 9,"
                                + " \"head\": \""
                                + events.getLast().eventHash()
                                + "\", \"first\": null, \"checkpoint\": \"match\","
                                + " \"guards_missing\": []}");
        Session said = ledger("verify");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .isEqualTo(
                        "intact      "
                                + workspace
                                + "\n            Intact as far as it goes: 9 events, head "
                                + events.getLast().eventHash().substring(0, 12)
                                + "…\n            The log ends where the checkpoint saw it end.\n"
                                + "            Not covered by the hashes: IP address, user agent,"
                                + " request and session of an event.\n");
    }

    @Test
    void anEditedLedger() {
        raw(
                "drop trigger ledger_is_not_edited",
                "update ledger set line = replace(line, 'denied', 'success') where position = 2");
        Session session = ledger("verify", "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("verdict")).isEqualTo("broken");
        assertThat(String.valueOf(session.document().get("first")))
                .startsWith("{\"record\": 2, \"kind\": \"hash\"");
        assertThat(String.valueOf(session.document().get("guards_missing")))
                .isEqualTo("[\"ledger_is_not_edited\"]");
        Session said = ledger("verify");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("Event 2: its hash is not that of what it says");
    }

    @Test
    void aCutLedger() {
        raw("drop trigger ledger_is_not_cut", "delete from ledger where position > 6");
        Session session = ledger("verify", "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("verdict")).isEqualTo("intact");
        assertThat(session.document().string("checkpoint")).isEqualTo("tail_missing");
        assertThat(ledger("verify").out()).startsWith("incomplete  " + workspace);
    }

    private void raw(String... statements) {
        RawSql.run(workspace.resolve(Database.FILE), statements);
    }

    @Test
    void accessIsByResourceAndBoundsAreInclusive() {
        Session session =
                ledger(
                        "access",
                        "--type",
                        "run",
                        "--id",
                        "r1",
                        "--from",
                        "2026-11-21T10:01:00Z",
                        "--to",
                        "2026-11-21T11:02:00+01:00",
                        "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .isEqualTo(
                        "[{\"actor_id\": \"desk\", \"action\": \"verified\", \"timestamp\":"
                                + " \"2026-11-21T10:01:00Z\", \"ip_address\": null, \"outcome\":"
                                + " \"success\"}, {\"actor_id\": \"bob\", \"action\": \"signed\","
                                + " \"timestamp\": \"2026-11-21T10:02:00Z\", \"ip_address\":"
                                + " \"192.0.2.7\", \"outcome\": \"denied\"}]\n");
        assertThat(ledger("access", "--type", "run", "--id", "r1", "--to", "2026-11-20").out())
                .isEqualTo("No event in the ledger fits.\n");
        assertThat(ledger("access", "--type", "policy", "--id", "p", "--from", "2026-11-21").out())
                .isEqualTo(
                        "2026-11-21T10:03:00Z  root (admin)  policy_changed  policy p  success\n");
    }

    @Test
    void privilegedGivesWholeEvents() {
        Session session = ledger("privileged", "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .isEqualTo("[" + events.get(1).line() + ", " + events.get(3).line() + "]\n");
    }

    @Test
    void failedAccessCountsFromFiveOrAsAsked() {
        String ada =
                "{\"actor_id\": \"ada\", \"failure_count\": 5, \"first_failure\":"
                        + " \"2026-11-21T10:04:00Z\", \"last_failure\": \"2026-11-21T10:08:00Z\"}";
        String bob =
                "{\"actor_id\": \"bob\", \"failure_count\": 1, \"first_failure\":"
                        + " \"2026-11-21T10:02:00Z\", \"last_failure\": \"2026-11-21T10:02:00Z\"}";
        assertThat(ledger("failed-access", "--json").out()).isEqualTo("[" + ada + "]\n");
        assertThat(ledger("failed-access", "--min", "1", "--json").out())
                .isEqualTo("[" + ada + ", " + bob + "]\n");
        assertThat(ledger("failed-access", "--to", "2026-11-21T10:07:59Z", "--json").out())
                .isEqualTo("[]\n");
        assertThat(ledger("failed-access").out())
                .isEqualTo(
                        "ada  5 failures, first 2026-11-21T10:04:00Z, last 2026-11-21T10:08:00Z\n");
    }

    @Test
    void whatIsExportedVerifies() throws SourceException {
        Path out = workspace.resolve("ledger.jsonl");
        Session session = ledger("export", "--out", out.toString());
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .isEqualTo(
                        "9 events written to "
                                + out
                                + ". `countersign verify` reads it, as format B.\n");
        assertThat(out)
                .hasContent(String.join("\n", events.stream().map(LedgerEvent::line).toList()));
        Checkpoint checkpoint = LedgerCheckpoint.read(workspace.resolve(LedgerCheckpoint.FILE));
        assertThat(checkpoint).isNotNull();
        Session verified =
                Session.run(
                        "verify",
                        out.toString(),
                        "--json",
                        "--checkpoint",
                        workspace.resolve(LedgerCheckpoint.FILE).toString());
        assertThat(verified.exit()).isZero();
        assertThat(verified.document().string("format")).isEqualTo("B");
        assertThat(verified.document().string("checkpoint")).isEqualTo("match");
        assertThat(ledger("export", "--out", out.toString()).err())
                .isEqualTo(
                        "countersign: "
                                + out
                                + " exists: it was left as it is; choose another name.\n");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsLeftAsItIs() throws IOException {
        Path folder = Files.createDirectory(workspace.resolve("empty"));
        Session session = Session.run("ledger", folder.toString(), "verify");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .isEqualTo(
                        "countersign: "
                                + folder.resolve(Database.FILE)
                                + " does not exist: give the folder of a workspace.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyLedgerVerifiesNothing() throws SourceException {
        Path fresh = workspace.resolve("fresh");
        assertThat(fresh.toFile().mkdir()).isTrue();
        Database.open(fresh.resolve(Database.FILE)).close();
        Session session = Session.run("ledger", fresh.toString(), "verify", "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("verdict")).isEqualTo("empty");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        for (String[] words :
                new String[][] {
                    {"drop"},
                    {"verify", "--type", "run"},
                    {"access", "--type", "run"},
                    {"access", "--type", "run", "--id", "r", "--from", "yesterday"},
                    {"failed-access", "--min", "many"},
                    {"export"},
                    {}
                }) {
            Session session = ledger(words);
            assertThat(session.exit()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(session.err()).endsWith("`countersign help` shows what there is.\n");
        }
    }
}
