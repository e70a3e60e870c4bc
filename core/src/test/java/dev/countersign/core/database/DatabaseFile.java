// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.database;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A file for a database, and what is asked of it. */
abstract class DatabaseFile {
    @TempDir Path folder;

    Path file() {
        return folder.resolve("countersign.db");
    }

    static String value(Database database, String query) throws SourceException {
        return database.read(c -> RawSql.value(c, query));
    }

    static void write(Database database, String... statements) throws SourceException {
        database.<String, RuntimeException>write(c -> {
            RawSql.run(c, statements);
            return "";
        });
    }

    void raw(String sql) {
        RawSql.run(file(), sql);
    }
}
