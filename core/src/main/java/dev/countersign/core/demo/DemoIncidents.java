// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.demo.DemoPayloads.RunbookStep;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Incidents: one over, one in its middle, one that asks whether it may begin.
final class DemoIncidents {
    private static final String DRAIN = "approve:drain";
    private static final String FAIL_OVER = "approve:fail_over";

    private static final List<RunbookStep> STEPS =
            List.of(
                    new RunbookStep(
                            "confirm",
                            "Confirm that the queue of postings grows.",
                            false,
                            "Alert LEDGER-88: 14,200 postings wait, 200 a minute."),
                    new RunbookStep(
                            "drain",
                            "Stop intake and drain the queue.",
                            true,
                            "Runbook RB-12 section 3, tested in the last drill."),
                    new RunbookStep(
                            "fail_over",
                            "Fail over to the standby database.",
                            true,
                            "Replication lag 0.4 s at the time of the request."),
                    new RunbookStep(
                            "reconcile",
                            "Compare control totals of both sides.",
                            false,
                            "Report CT-7."));

    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoIncidents(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    void write() throws SourceException {
        Instant over = calendar.workday(18, 13, 7);
        Case first = incident("INC-401", "Postings pile up", "SEV-2", "emergency");
        desk.execute(first, over);
        desk.approve(first, DRAIN, "s.kim", over.plus(Duration.ofMinutes(6)));
        desk.execute(first, over.plus(Duration.ofMinutes(7)));
        String hash = desk.approve(first, FAIL_OVER, "s.kim", over.plus(Duration.ofMinutes(19)));
        desk.execute(first, over.plus(Duration.ofMinutes(20)));
        desk.approveAgain(first, FAIL_OVER, "k.rao", hash, over.plus(Duration.ofHours(3)));

        Instant middle = calendar.minutesAgo(58);
        Case second = incident("INC-402", "Standby is behind", "SEV-1", "emergency");
        desk.execute(second, middle);
        desk.approve(second, DRAIN, "s.kim", middle.plus(Duration.ofMinutes(11)));
        desk.execute(second, middle.plus(Duration.ofMinutes(12)));

        Case third = incident("INC-403", "Yearly fail-over drill", "SEV-4", "standard");
        desk.execute(third, calendar.hoursAgo(1));
    }

    private static Case incident(String id, String title, String severity, String type) {
        JsonObject payload = DemoPayloads.incident(id, title, severity, type, STEPS);
        return Case.of(Workflow.INCIDENT_RUNBOOK, payload);
    }
}
