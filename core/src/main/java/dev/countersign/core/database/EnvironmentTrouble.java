// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;

/// What SQLite says about the disk, as one sentence for the person at the desk.
final class EnvironmentTrouble {
    private static final int PRIMARY = 0xff;

    private EnvironmentTrouble() {}

    /// The failure as an exception to throw if the environment is to blame; throws it as it is, or
    /// as unchecked, if we are.
    static SourceException orThrow(Path file, Exception e) {
        SQLiteException said = said(e);
        String sentence = said == null ? null : sentence(said.getResultCode());
        if (sentence != null) {
            return new SourceException(file, file + " " + sentence, e);
        }
        if (e instanceof RuntimeException ours) {
            throw ours;
        }
        throw new IllegalStateException(
                "SQLite refuses what was asked of " + file + ": " + e.getMessage(), e);
    }

    /// Whether the disk was full or failed.
    static boolean ofDisk(Exception e) {
        SQLiteException said = said(e);
        SQLiteErrorCode code =
                said == null
                        ? SQLiteErrorCode.SQLITE_OK
                        : SQLiteErrorCode.getErrorCode(said.getResultCode().code & PRIMARY);
        return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR;
    }

    private static @Nullable SQLiteException said(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite;
            }
        }
        return null;
    }

    /// Null if the code does not speak of the environment.
    private static @Nullable String sentence(SQLiteErrorCode said) {
        // extended codes carry the primary one in their lowest byte
        return switch (SQLiteErrorCode.getErrorCode(said.code & PRIMARY)) {
            case SQLITE_NOTADB ->
                    "is not a database, or is damaged: put a backup in its place, or move it away.";
            case SQLITE_CORRUPT -> "is damaged: put a backup in its place, or move it away.";
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                    "is in use by another program that does not let go: close that one, then try"
                            + " again.";
            case SQLITE_READONLY, SQLITE_PERM ->
                    "may not be written by this user: ask for write permission on it and its"
                            + " folder.";
            case SQLITE_CANTOPEN ->
                    "cannot be opened: check that it is there, and that this user may read and"
                            + " write it and its folder.";
            case SQLITE_FULL ->
                    "could not be written, the disk is full: make room, then try again.";
            case SQLITE_IOERR -> "could not be read or written, the disk failed: check the disk.";
            default -> null;
        };
    }
}
