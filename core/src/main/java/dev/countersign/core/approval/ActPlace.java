// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/// Where in a run an act stands: what its statement is held against.
///
/// @param runId of the log it is in
/// @param before stored hash of the record before it; the genesis value if there is none
/// @param written artifacts with an `artifact_written` before it: name to the first 16 hex digits
///   of the SHA-256, the last one per name
/// @param rewritten names of those that were written again after it
/// @param disk artifacts as they are: name to SHA-256 in lower-case hex; null if there is no
///   artifacts folder
/// @param author who made what is decided; null if nothing says
/// @param reviewer who reviewed it; null if nobody did
/// @param role what policy asks of whoever acts; empty if it asks nothing
public record ActPlace(
        String runId,
        String before,
        Map<String, String> written,
        Set<String> rewritten,
        @Nullable Map<String, String> disk,
        @Nullable String author,
        @Nullable String reviewer,
        String role) {
    /// What stands where a run's id would, in a statement about many runs.
    public static final String POPULATION = "population";

    /// The place of results of many runs, in a ledger: where a record in a log names the one before
    /// it, theirs names the results.
    ///
    /// @param resultsSha256 as the record names it
    public static ActPlace ofResults(String resultsSha256, String role) {
        return new ActPlace(
                POPULATION, resultsSha256, Map.of(), Set.of(), Map.of(), null, null, role);
    }

    public ActPlace {
        written = Map.copyOf(written);
        rewritten = Set.copyOf(rewritten);
        disk = disk == null ? null : Map.copyOf(disk);
    }
}
