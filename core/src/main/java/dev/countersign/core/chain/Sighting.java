// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonProblem;

import org.jspecify.annotations.Nullable;

/// What is remembered of one record for the diagnosis: faulty ones and their neighbours only.
///
/// @param record 0-based, counting non-blank lines
/// @param line 1-based, counting all lines
/// @param suspect whether its line, hash or link is not what it should be
record Sighting(
        long record,
        long line,
        long offset,
        long length,
        boolean terminated,
        RecordReader.Status status,
        boolean suspect,
        @Nullable String stored,
        @Nullable String computed,
        @Nullable String link,
        @Nullable FaultCategory malformed,
        @Nullable JsonProblem problem,
        @Nullable String missingField) {
    /// A record that nothing speaks against, as a neighbour or as evidence: it has the hash it
    /// carries.
    static Sighting of(
            long record,
            long line,
            long offset,
            long length,
            boolean terminated,
            RecordReader.Status status,
            Span hash,
            Span link) {
        String stored = hash.text();
        return new Sighting(
                record,
                line,
                offset,
                length,
                terminated,
                status,
                false,
                stored,
                stored,
                link.text(),
                null,
                null,
                null);
    }

    Sighting at(long recordBase, long lineBase) {
        return with(record + recordBase, line + lineBase, suspect);
    }

    Sighting suspected() {
        return with(record, line, true);
    }

    private Sighting with(long otherRecord, long otherLine, boolean isSuspect) {
        return new Sighting(
                otherRecord,
                otherLine,
                offset,
                length,
                terminated,
                status,
                isSuspect,
                stored,
                computed,
                link,
                malformed,
                problem,
                missingField);
    }

    boolean right() {
        return status == RecordReader.Status.RIGHT;
    }

    boolean isMalformed() {
        return status == RecordReader.Status.MALFORMED;
    }

    Witness as(Witness.Role role) {
        return new Witness(role, record, line, offset, stored, computed, link);
    }
}
