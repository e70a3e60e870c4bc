// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What `show` has to say of a run.
///
/// @param tornEnds what crashes left of records, kept beside the log
/// @param hours in which clocks count, of the policy it was read under
/// @param now which clocks are read at
/// @param trustFrom where the anchors are; null where there are none
/// @param around how the bundle stands that it lies in
record ShownRun(
        RunSnapshot run,
        List<TornEndFile> tornEnds,
        OfficeHours hours,
        Instant now,
        @Nullable String trustFrom,
        InBundle around) {
    /// Under which it was read.
    Policy policy() {
        return hours.today();
    }
}
