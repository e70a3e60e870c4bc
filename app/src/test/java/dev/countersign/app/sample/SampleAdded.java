// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.reports.MatrixRow;
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

    /// Every outcome beside the first rows: all of them, one that found something, one that found
    /// nothing, one that failed.
    static void beside(List<MatrixRow> rows) {
        List<List<RuleBook.Additional>> given =
                List.of(ALL, ALL.subList(1, 3), ALL.subList(2, 3), ALL.subList(3, 4));
        for (int i = 0; i < given.size(); i++) {
            MatrixRow row = rows.get(i);
            rows.set(
                    i,
                    new MatrixRow(
                            row.directory(),
                            row.runId(),
                            row.tests(),
                            row.sha256(),
                            row.controls(),
                            row.unregistered(),
                            given.get(i)));
        }
    }
}
