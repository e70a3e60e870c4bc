// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonProblem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One thing that is wrong with a chain, with its evidence. The words for people are made
/// elsewhere.
///
/// @param record 0-based, counting non-blank lines, malformed ones included
/// @param line 1-based, counting all lines
/// @param offset of the line's first byte, 0-based
/// @param length of the line in bytes, without its end
/// @param category the diagnosis
/// @param alternatives what the log alone cannot tell from it
/// @param stored content faults: the hash the record carries; link faults: the link it carries
/// @param computed content faults: the hash of what it says; link faults: the link it should carry
/// @param witnesses the neighbours and other records that the diagnosis rests on
/// @param problem malformed lines: what is wrong with the text, and at which byte
/// @param field the field that is missing, or whose edit explains the fault
public record Fault(
        long record,
        long line,
        long offset,
        long length,
        FaultCategory category,
        List<FaultCategory> alternatives,
        @Nullable String stored,
        @Nullable String computed,
        List<Witness> witnesses,
        @Nullable JsonProblem problem,
        @Nullable String field) {
    public Fault {
        alternatives = List.copyOf(alternatives);
        witnesses = List.copyOf(witnesses);
    }
}
