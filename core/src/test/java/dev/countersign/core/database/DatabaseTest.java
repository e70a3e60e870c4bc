// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.ChildJvm;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class DatabaseTest extends DatabaseFile {
    @Test
    void everyHandleIsSetUpTheSameWay() throws SourceException {
        try (Database database = Database.open(file())) {
            for (String pragma : List.of("journal_mode=wal", "synchronous=2", "foreign_keys=1")) {
                String[] parts = pragma.split("=");
                String says = value(database, "pragma " + parts[0]);
                assertThat(parts[0] + "=" + says).isEqualTo(pragma);
            }
        }
    }

    @Test
    void anOpenedFileOpensAgainAsItWas() throws SourceException {
        try (Database database = Database.open(file())) {
            write(database, "create table kept (a integer)", "insert into kept values (7)");
        }
        try (Database database = Database.openExisting(file())) {
            assertThat(value(database, "select a from kept")).isEqualTo("7");
        }
    }

    @Test
    void aNewFileIsWhatFlywayMakesOfAnEmptyOne() throws IOException, SourceException {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        try (Database ours = Database.open(file());
                Database theirs = Database.open(empty)) {
            String schema =
                    "select group_concat(type || name || tbl_name || coalesce(sql, ''), x'0a')"
                            + " from (select * from sqlite_master order by type, name)";
            assertThat(value(ours, schema)).isEqualTo(value(theirs, schema)).contains("CREATE");
            // but when, and how long it took
            String history =
                    "select group_concat(installed_rank || '|' || version || '|' || description"
                            + " || '|' || type || '|' || script || '|' || checksum || '|' ||"
                            + " installed_by || '|' || success, x'0a') from flyway_schema_history";
            assertThat(value(ours, history))
                    .isEqualTo(value(theirs, history))
                    .startsWith("1|1|ledger|SQL|V1__ledger.sql|-146551468||1\n2|2|workspace|");
            String moment =
                    "select min(installed_on glob '20??-??-?? ??:??:??.???') from"
                            + " flyway_schema_history";
            assertThat(value(ours, moment)).isEqualTo(value(theirs, moment)).isEqualTo("1");
        }
    }

    @Test
    void flywayGoesOnFromThere() throws SQLException, SourceException {
        List<String> older = Migrations.FILES.subList(0, Migrations.LATEST - 1);
        try (Connection connection = Connections.to(file(), 1_000).getConnection()) {
            NewFile.fill(connection, older);
            NewFile.fill(connection, older);
        }
        assertThat(scripts(file())).isEqualTo(String.join(",", older));
        Database.openExisting(file()).close();
        assertThat(scripts(file())).isEqualTo(String.join(",", Migrations.FILES));
    }

    private static String scripts(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return RawSql.value(
                    connection,
                    "select group_concat(script) from (select script from flyway_schema_history"
                            + " order by installed_rank)");
        }
    }

    @Test
    void aFolderOfAnyNameWill() throws IOException, SourceException {
        Path odd = Files.createDirectory(folder.resolve("a b?c#d%20ü'"));
        try (Database database = Database.open(odd.resolve("countersign.db"))) {
            assertThat(database.file()).exists();
        }
        try (var files = Files.list(odd)) {
            assertThat(files).containsExactly(odd.resolve("countersign.db"));
        }
    }

    @Test
    void manyThreadsMeetANewFile() throws Exception {
        int openers = 6;
        CountDownLatch start = new CountDownLatch(1);
        Callable<String> opener =
                () -> {
                    start.await();
                    try (Database database = Database.open(file())) {
                        return database.file().toString();
                    }
                };
        try (var threads = Executors.newFixedThreadPool(openers)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < openers; i++) {
                all.add(threads.submit(opener));
            }
            start.countDown();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(file().toString());
            }
        }
    }

    /** Opens the file that is its argument. */
    static final class Opener {
        public static void main(String[] args) throws SourceException {
            Database.open(Path.of(args[0])).close();
        }
    }

    @Test
    void twoProcessesMeetANewFile() throws InterruptedException, SourceException {
        Process one = ChildJvm.start(Opener.class, file().toString());
        Process two = ChildJvm.start(Opener.class, file().toString());
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        Database.openExisting(file()).close();
    }

    @Test
    void aMissingFileIsNotMadeWhereItMustBeThere() {
        assertThatThrownBy(() -> Database.openExisting(file()))
                .isInstanceOf(SourceException.class)
                .hasMessage(file() + " does not exist: give the folder of a workspace.");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aMissingFolderIsNotMade() {
        Path file = folder.resolve("none").resolve("countersign.db");
        refused(file, "cannot be made: its folder does not exist; make it first.");
    }

    @Test
    void garbageIsNoDatabase() throws IOException {
        Files.writeString(file(), "this is no database at all\n".repeat(100));
        refused(
                file(),
                "is not a database, or is damaged: put a backup in its place, or move it away.");
        assertThat(file()).hasContent("this is no database at all\n".repeat(100));
    }

    @Test
    void aCutFileIsDamaged() throws IOException, SourceException {
        Database.open(file()).close();
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(all, all.length / 2));
        refused(file(), "is damaged: put a backup in its place, or move it away.");
    }

    @Test
    void theDatabaseOfAnotherProgramIsLeftAlone() {
        raw("create table bookmarks (a text)");
        refused(file(), "is the database of another program: choose another folder.");
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws SourceException {
        Database.open(file()).close();
        raw(
                "insert into flyway_schema_history select 999, '999', description, type, script,"
                        + " checksum, installed_by, installed_on, execution_time, success from"
                        + " flyway_schema_history where installed_rank = 1");
        refused(file(), "was written by a newer version of this program: open it with that one.");
    }

    @Test
    void aLockThatIsNotLetGoIsNamed() throws SQLException, SourceException {
        Database.open(file()).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("pragma locking_mode=exclusive");
            statement.execute("begin exclusive");
            assertThatThrownBy(() -> Database.open(file(), 20))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(
                            file()
                                    + " is in use by another program that does not let go: close"
                                    + " that one, then try again.");
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException, SourceException {
        Path elsewhere = folder.resolve("elsewhere.db");
        Database.open(elsewhere).close();
        Files.createSymbolicLink(file(), elsewhere);
        refused(file(), "is not a regular file: a workspace keeps its database in one.");
    }

    @Test
    void aReadOnlyFileIsNamed() throws IOException, SourceException {
        Database.open(file()).close();
        assertThat(file().toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file()), "root may write everything");
        refused(
                file(),
                "may not be written by this user: ask for write permission on it and its folder.");
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(SourceException.class)
                .hasMessage(file + " " + why);
    }
}
