// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What is read and written at once, fails, or outlives its file. */
class TransactionsTest extends DatabaseFile {
    @Test
    void aFailedTransactionLeavesNothing() throws SourceException {
        try (Database database = Database.open(file())) {
            assertThatThrownBy(() -> write(database, "create table half (a integer)", "no sql"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "SQLite refuses what was asked of "
                                    + file()
                                    + ": [SQLITE_ERROR] SQL error or missing database (near"
                                    + " \"no\": syntax error)");
            assertThat(value(database, HALVES)).isEqualTo("0");
        }
    }

    private static final String HALVES = "select count(*) from sqlite_master where name = 'half'";

    @Test
    void whateverIsThrownIsThrownOnAndUndoesTheTransaction() throws SourceException {
        List<Exception> all =
                List.of(
                        new IOException("checked"),
                        new IllegalArgumentException("unchecked"),
                        new SourceException(folder, "another file"));
        try (Database database = Database.open(file())) {
            for (Exception one : all) {
                assertThatThrownBy(() ->
                                database.<Void, Exception>write(c -> {
                                    RawSql.run(c, "create table half (a integer)");
                                    throw one;
                                }))
                        .isSameAs(one);
                assertThat(value(database, HALVES)).isEqualTo("0");
            }
            write(database, "create table half (a integer)");
            assertThat(value(database, HALVES)).isEqualTo("1");
        }
    }

    @Test
    void aReadThatFailsLeavesNothingOpen() throws IOException, SourceException {
        try (Database database = Database.open(file())) {
            IOException failure = new IOException("no matter");
            assertThatThrownBy(() ->
                            database.<Void, Exception>read(c -> {
                                RawSql.value(c, HALVES);
                                throw failure;
                            }))
                    .isSameAs(failure);
            assertThat(value(database, HALVES)).isEqualTo("0");
        }
        assertThatFolderHasOnly(file());
    }

    @Test
    void aReaderSeesOneCommitAndTheNextReaderTheLast() throws SourceException {
        try (Database database = Database.open(file())) {
            write(database, "create table t (a integer)", "insert into t values (1)");
            String both =
                    database.<String, SourceException>read(c -> {
                        String before = RawSql.value(c, "select a from t");
                        write(database, "update t set a = 2");
                        return before + RawSql.value(c, "select a from t");
                    });
            assertThat(both).isEqualTo("11");
            assertThat(value(database, "select a from t")).isEqualTo("2");
            raw("update t set a = 3");
            assertThat(value(database, "select a from t")).as("of another").isEqualTo("3");
        }
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() throws Exception {
        int threads = 4;
        int times = 6;
        try (Database database = Database.open(file())) {
            write(database, "create table t (a integer)", "insert into t values (0)");
            Callable<Boolean> adder =
                    () -> {
                        for (int i = 0; i < times; i++) {
                            write(database, "update t set a = a + 1");
                            value(database, "select a from t");
                        }
                        return true;
                    };
            try (var pool = Executors.newFixedThreadPool(threads)) {
                for (var one : pool.invokeAll(java.util.Collections.nCopies(threads, adder))) {
                    assertThat(one.get()).isTrue();
                }
            }
            assertThat(value(database, "select a from t")).isEqualTo("" + threads * times);
        }
        assertThatFolderHasOnly(file());
    }

    @Test
    void whatNobodyWouldFindIsNotWritten() throws IOException, SourceException {
        try (Database database = Database.open(file())) {
            write(database, "create table t (a integer)");
            for (String end : List.of("", "-wal", "-shm")) {
                Files.delete(Path.of(file() + end));
            }
            assertThatThrownBy(() -> write(database, "insert into t values (1)"))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(
                            file()
                                    + " cannot be opened: check that it is there, and that this"
                                    + " user may read and write it and its folder.");
        }
        assertThat(folder).as("no empty one in its place").isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfAnotherIsRead() throws IOException, SourceException {
        Path other = folder.resolve("other.db");
        try (Database database = Database.open(other)) {
            write(database, "create table t (a integer)", "insert into t values (2)");
        }
        try (Database database = Database.open(file())) {
            write(database, "create table t (a integer)", "insert into t values (1)");
            for (String end : List.of("-wal", "-shm")) {
                Files.delete(Path.of(file() + end));
            }
            Files.move(other, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(value(database, "select a from t")).isEqualTo("2");
        }
    }

    @Test
    void whatIsUnderWayOutlivesTheClosing() throws IOException, SourceException {
        Database database = Database.open(file());
        String two =
                database.<String, SourceException>read(c -> {
                    database.close();
                    return RawSql.value(c, "select 2");
                });
        assertThat(two).isEqualTo("2");
        assertThatFolderHasOnly(file());
    }

    private void assertThatFolderHasOnly(Path file) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
