// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.RunSnapshot;

import java.util.ArrayList;
import java.util.List;

/// A firm's own rules, of every outcome.
public final class SampleAdded {
    private static final Control CONTROL =
            new Control(
                    "HB-SEC-7",
                    "Changes outside the window",
                    "No change reaches production outside the agreed window.",
                    "The deployment's date is compared with the calendar of freezes.",
                    "evidence.deployed_at",
                    List.of("The deployment lies in a freeze."));

    /// Found something, found nothing, could not be loaded, and failed.
    public static final List<RuleBook.Additional> ALL =
            List.of(
                    new RuleBook.Additional(
                            "com.harbourbank.controls.Gone",
                            List.of(),
                            "could not be loaded: java.util.ServiceConfigurationError:"
                                    + " dev.countersign.core.review.ControlRules: Provider"
                                    + " com.harbourbank.controls.Gone not found"),
                    new RuleBook.Additional(
                            "com.harbourbank.controls.FreezeRules",
                            List.of(
                                    new RuleResult(
                                            "HB-SEC-7",
                                            "deficiency",
                                            "deployed 2026-03-05, in the freeze of the quarter's"
                                                    + " end",
                                            new JsonObject(List.of()))),
                            null),
                    new RuleBook.Additional("com.harbourbank.controls.OwnerRules", List.of(), null),
                    new RuleBook.Additional(
                            "com.harbourbank.controls.TicketRules",
                            List.of(),
                            "failed: java.lang.IllegalStateException: no ticket in the payload"));

    private SampleAdded() {}

    /// A run with all of them.
    public static ReadRun.Reading reading(RunSnapshot run) {
        ReadRun.Reading read = ScriptedRuns.reading(run);
        List<Control> controls = new ArrayList<>(read.controls());
        controls.add(CONTROL);
        return new ReadRun.Reading(run, read.policy(), controls, ALL);
    }
}
