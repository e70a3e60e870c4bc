// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.demo.DemoPayloads.Change;
import dev.countersign.core.demo.DemoPayloads.Evidence;
import dev.countersign.core.engine.Review;
import dev.countersign.core.engine.Run;
import dev.countersign.core.engine.Step;
import dev.countersign.core.engine.StepInput;
import dev.countersign.core.engine.StepResult;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.List;

/// Changes that something forbids, or that failed.
final class DemoBlocks {
    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoBlocks(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    /// The workflow on a day on which its evidence feed is broken.
    static Run brokenFeed() {
        String error = "ValueError('evidence feed returned 3 rows, expected 4')";
        return new Run(
                Workflow.CHANGE_APPROVAL.word(),
                List.of(
                        Step.of("ingest", DemoBlocks::ingest),
                        Step.of("map_controls", step -> StepResult.raised(error))));
    }

    private static StepResult ingest(StepInput step) {
        JsonValue id = JsonValue.of(step.payload().string("id"));
        return StepResult.ok("ingested " + step.payload().string("id")).with("change_id", id);
    }

    void write() throws SourceException {
        blocked("CHG-2201", "Hotfix tax calculation.", Evidence.NO_APPROVAL, calendar.hoursAgo(3));
        blocked("CHG-2202", "Update late fees.", Evidence.NO_TEST, calendar.workday(5, 13, 0));
        blocked("CHG-2203", "Patch the rate import.", Evidence.NO_TEST, calendar.hoursAgo(30));
        fabricated();
        bySelfApproval();
        byReviewer();
        Instant failed = calendar.hoursAgo(2);
        desk.execute(
                change("CHG-2207", "Fix the mapping of 4400.", Evidence.WHOLE, failed),
                brokenFeed(),
                failed);
        Instant longAgo = calendar.workday(7, 16, 45);
        desk.execute(
                change("CHG-2208", "Import the new chart.", Evidence.WHOLE, longAgo),
                brokenFeed(),
                longAgo);
    }

    private static Case change(String id, String summary, Evidence evidence, Instant begun) {
        Change change = new Change(id, "tax-service", summary, "m.chu", "standard");
        return Case.of(Workflow.CHANGE_APPROVAL, DemoPayloads.change(change, evidence, begun));
    }

    private void blocked(String id, String summary, Evidence evidence, Instant begun)
            throws SourceException {
        desk.execute(change(id, summary, evidence, begun), begun);
    }

    /// A model cites what is not there.
    private void fabricated() throws SourceException {
        Instant begun = calendar.hoursAgo(1);
        String response =
                """
                {"claims": [{"control": "ITGC-CM-01", "text": "authorised by the change board", "citation": "Approved by the change board on May 1st."}], "abstentions": []}\
                """;
        desk.execute(
                change("CHG-2204", "Reverse wrong accruals.", Evidence.WHOLE, begun)
                        .answered(response),
                begun);
    }

    private void bySelfApproval() throws SourceException {
        Instant begun = calendar.hoursAgo(20);
        Case run = change("CHG-2205", "Shorten the close.", Evidence.WHOLE, begun);
        desk.execute(run, begun);
        desk.approve(run, DemoHistory.KEY, "m.chu", begun.plusSeconds(300));
        desk.execute(run, begun.plusSeconds(310));
    }

    private void byReviewer() throws SourceException {
        Instant begun = calendar.hoursAgo(6);
        String notes = "the test report is of another release";
        desk.execute(
                change("CHG-2206", "Change the depreciation key.", Evidence.WHOLE, begun)
                        .reviewedBy(request -> new Review("r.okafor", false, notes)),
                begun);
    }
}
