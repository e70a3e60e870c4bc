// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// The hash of one record at a time, for chains that are no file: a table, or a line about to be
/// appended. Says nothing about neighbours. Not for concurrent use.
public final class RecordSeal {
    private final RecordReader reader;

    /// @param format which fields are hashed, and how
    public RecordSeal(ChainFormat format) {
        reader = new RecordReader(format, Limits.DEFAULT, true, false);
    }

    /// What one line says of itself.
    ///
    /// @param malformed why it is no record of the format; null if it is one
    /// @param hash the hash it carries, if any
    /// @param link the hash of the record before that it names, if any
    /// @param computed the hash of what it says; empty if it is no record
    /// @param right whether the two hashes are the same
    /// @param respelled whether it says the right thing in other bytes than CPython's `json.dumps`
    ///   writes, or says a key twice
    public record Reading(
            @Nullable FaultCategory malformed,
            @Nullable String hash,
            @Nullable String link,
            String computed,
            boolean right,
            boolean respelled) {}

    /// Reads one line, without its line end.
    public Reading read(byte[] line) {
        reader.read(line, 0, line.length, false);
        return new Reading(
                reader.malformed,
                reader.hash.text(),
                reader.link.text(),
                reader.malformed == null ? reader.computed().hex() : "",
                reader.status == RecordReader.Status.RIGHT,
                reader.respelled);
    }

    /// The hash of a record that does not carry one yet; a hash field that is there is not looked
    /// at.
    ///
    /// @throws IllegalArgumentException if it is no record of the format
    public String of(JsonObject record) {
        Reading reading = read(record.text().getBytes(StandardCharsets.US_ASCII));
        if (reading.malformed() != null) {
            throw new IllegalArgumentException("no record of this format: " + reading.malformed());
        }
        return reading.computed();
    }
}
