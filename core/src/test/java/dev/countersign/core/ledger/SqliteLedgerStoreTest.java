// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.database.Database;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.ChildJvm;
import dev.countersign.core.testkit.LedgerStoreContract;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The embedded store, with what only a store on a disk has: processes, crashes, raw access. */
class SqliteLedgerStoreTest extends LedgerStoreContract {
    @TempDir Path folder;
    private final List<Database> databases = new ArrayList<>();

    @Override
    protected LedgerStore open(InstantSource clock, Supplier<UUID> ids) throws SourceException {
        Database database = Database.open(folder.resolve("c" + databases.size() + ".db"));
        databases.add(database);
        return new SqliteLedgerStore(database, clock, ids);
    }

    private Path file() {
        return databases.getFirst().file();
    }

    @AfterEach
    void close() throws SourceException {
        for (Database database : databases) {
            database.close();
        }
    }

    @Override
    protected void edit(LedgerStore tampered, long position, String line) {
        String quoted = "'" + line.replace("'", "''") + "'";
        raw(
                "drop trigger ledger_is_not_edited",
                "update ledger set line = " + quoted + " where position = " + position,
                EDIT_GUARD);
    }

    @Override
    protected void cut(LedgerStore tampered, long position) {
        raw(
                "drop trigger ledger_is_not_cut",
                "delete from ledger where position >= " + position,
                CUT_GUARD);
    }

    /** As they were: whoever is careful puts the guards back. */
    private static final String EDIT_GUARD =
            "create trigger ledger_is_not_edited before update on ledger begin select"
                    + " raise(abort, 'no'); end";

    private static final String CUT_GUARD =
            "create trigger ledger_is_not_cut before delete on ledger begin select"
                    + " raise(abort, 'no'); end";

    private void raw(String... statements) {
        RawSql.run(file(), statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger set line = '{}' where position = 1",
                "update ledger set position = 7 where position = 1",
                "delete from ledger where position = 2",
                "delete from ledger",
                "insert or replace into ledger (position, line) select 1, line from ledger where"
                        + " position = 1",
                "insert or replace into ledger (position, line) select 3, line from ledger where"
                        + " position = 1",
                "insert into ledger (position, line) values (5, '{}')",
            })
    void theTableRefuses(String sql) throws Exception {
        someActs(3);
        List<LedgerEvent> before = store.find(LedgerQuery.ALL);
        assertThatThrownBy(() -> raw(sql))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the ledger is append-only");
        assertThat(store.find(LedgerQuery.ALL)).isEqualTo(before);
    }

    @Test
    void aDroppedGuardIsFound() throws Exception {
        someActs(2);
        raw("drop trigger ledger_is_not_cut");
        LedgerReport report = store.verify(null);
        assertThat(report.guardsMissing()).containsExactly("ledger_is_not_cut");
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.negative()).isTrue();
    }

    @Test
    void anEventTakenFromTheMiddleIsFound() throws Exception {
        someActs(4);
        raw("drop trigger ledger_is_not_cut", "delete from ledger where position = 1", CUT_GUARD);
        assertThat(store.verify(null).first())
                .isEqualTo(new LedgerFault(1, LedgerFault.Kind.MISSING));
    }

    @Test
    void nothingFollowsAnEventWithoutAHash() throws Exception {
        someActs(2);
        edit(store, 1, "{}");
        assertThatThrownBy(() -> someActs(1))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("so nothing can follow it: verify the ledger.");
        assertThat(store.find(LedgerQuery.ALL)).hasSize(2);
    }

    /** Appends a number of events, or for ever, and says each one when it is durable. */
    static final class Desk {
        public static void main(String[] args) throws SourceException {
            long events = Long.parseLong(args[1]);
            try (Database database = Database.open(Path.of(args[0]))) {
                var ledger =
                        new SqliteLedgerStore(database, InstantSource.system(), UUID::randomUUID);
                for (long i = 0; i < events; i++) {
                    LedgerEvent event = ledger.append(LedgerEntry.of(ADA, DeskAction.RAN, RUN));
                    System.out.println(event.eventId());
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void twoProcessesAppendWithoutAFork() throws Exception {
        int each = 30;
        Process one = ChildJvm.start(Desk.class, file().toString(), String.valueOf(each));
        Process two = ChildJvm.start(Desk.class, file().toString(), String.valueOf(each));
        List<String> said = new ArrayList<>();
        try (BufferedReader first = one.inputReader();
                BufferedReader second = two.inputReader()) {
            first.lines().forEach(said::add);
            second.lines().forEach(said::add);
        }
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(said).hasSize(2 * each);
        assertThat(store.find(LedgerQuery.ALL))
                .extracting(LedgerEvent::eventId)
                .containsExactlyInAnyOrderElementsOf(said);
        LedgerReport report = store.verify(null);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.events()).isEqualTo(2L * each);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50})
    void whatWasSaidToBeDoneOutlivesAKill(int after) throws Exception {
        Process desk = ChildJvm.start(Desk.class, file().toString(), "1000000");
        List<String> said = new ArrayList<>();
        try (BufferedReader out = desk.inputReader()) {
            while (said.size() < after) {
                said.add(out.readLine());
            }
            // not by the process itself: that closes what it has said and was not read yet
            assertThat(desk.toHandle().destroyForcibly()).isTrue();
            desk.waitFor();
            rest(out, said);
        }
        LedgerReport report = store.verify(null);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(store.find(LedgerQuery.ALL)).extracting(LedgerEvent::eventId).containsAll(said);
        // one may have been written and not said
        assertThat(report.events()).isBetween((long) said.size(), said.size() + 1L);
        someActs(1);
        assertThat(store.verify(null).verdict()).isEqualTo(Verdict.INTACT);
    }

    /** What it still said before it was killed; a torn last line does not count. */
    private static void rest(BufferedReader out, List<String> said) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.length() == said.getFirst().length()) {
                said.add(line);
            }
        }
    }
}
