// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// What one line of a run log is when it is read by itself (format A): whoever writes a record
/// after it must know.
public sealed interface LastLine {
    /// A record whose own hash is right.
    ///
    /// @param hash which is that
    record Right(String hash) implements LastLine {}

    /// A record whose own hash is wrong, or that has none.
    record Wrong() implements LastLine {}

    /// Not a record.
    record Unreadable() implements LastLine {}

    /// Reads a line, without its line end.
    static LastLine of(byte[] line, Limits limits) {
        RecordReader reader = new RecordReader(ChainFormat.A, limits, true, false);
        reader.read(line, 0, line.length, false);
        String hash = reader.hash.text();
        return switch (reader.status) {
            case RIGHT -> hash == null ? new Wrong() : new Right(hash);
            case WRONG, NO_HASH -> new Wrong();
            case MALFORMED -> new Unreadable();
        };
    }
}
