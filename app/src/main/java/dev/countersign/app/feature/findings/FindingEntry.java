// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.core.run.Disposition;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingState;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A finding and what the desk has about it.
///
/// @param finding what was found
/// @param state whether somebody still has to answer for it
/// @param disposition what somebody decided about it; null if nobody did
/// @param run where the run lies; null if it is no longer there
/// @param goesTo the roles that have to act
/// @param when how soon, in the words of the policy
/// @param due until when: the deadline, or the instant that those words mean; null if neither
/// @param incident the incident file in the outbox; null if there is none
/// @param mail the draft e-mail in the outbox; null if there is none
public record FindingEntry(
        Finding finding,
        FindingState state,
        @Nullable Disposition disposition,
        @Nullable Path run,
        List<String> goesTo,
        String when,
        @Nullable Instant due,
        @Nullable Path incident,
        @Nullable Path mail) {
    public FindingEntry {
        goesTo = List.copyOf(goesTo);
    }
}
