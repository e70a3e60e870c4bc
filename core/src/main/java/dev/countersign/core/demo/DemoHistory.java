// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.demo.DemoPayloads.Change;
import dev.countersign.core.demo.DemoPayloads.Evidence;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.source.SourceException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Changes that were approved in the weeks before.
final class DemoHistory {
    static final String KEY = "change_approval";

    private static final List<Change> IN_TIME =
            List.of(
                    change("CHG-2001", "billing-engine", "Adjust invoice rounding.", "m.chu"),
                    change("CHG-2004", "ledger-poster", "Fix GL account mapping.", "p.diaz"),
                    change("CHG-2007", "fx-revaluation", "Use the closing mid rate.", "n.berg"),
                    change("CHG-2011", "tax-service", "New VAT rates from January.", "p.diaz"),
                    change("CHG-2013", "billing-engine", "Late-fee calculation.", "m.chu"),
                    change("CHG-2016", "consolidation", "Eliminate intercompany 4711.", "n.berg"),
                    change("CHG-2019", "ledger-poster", "Close period 10 at midnight.", "p.diaz"));

    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoHistory(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    private static Change change(String id, String system, String summary, String author) {
        return new Change(id, system, summary, author, "standard");
    }

    void write() throws SourceException {
        for (int i = 0; i < IN_TIME.size(); i++) {
            Instant begun = calendar.workday(33 - i * 4, 9 + i % 5, 11 * i % 60);
            approved(IN_TIME.get(i), Evidence.WHOLE, begun, Duration.ofMinutes(47 + 31L * i));
        }
        Change late = change("CHG-2014", "tax-service", "Round half to even.", "n.berg");
        approved(late, Evidence.WHOLE, calendar.workday(16, 10, 5), Duration.ofDays(6));
        Change noted = change("CHG-2015", "billing-engine", "Change discount logic.", "m.chu");
        Instant begun = calendar.workday(13, 14, 20);
        approved(noted, Evidence.SELF_APPROVED, begun, Duration.ofHours(1));
        twice();
        afterFailure();
        afterSelfApproval();
    }

    private Case approved(Change change, Evidence evidence, Instant begun, Duration until)
            throws SourceException {
        Case run = caseOf(change, evidence, begun);
        desk.execute(run, begun);
        Instant decided = begun.plus(until);
        desk.approve(run, KEY, "a.singh", decided);
        desk.execute(run, decided.plusSeconds(40));
        return run;
    }

    private static Case caseOf(Change change, Evidence evidence, Instant begun) {
        return Case.of(Workflow.CHANGE_APPROVAL, DemoPayloads.change(change, evidence, begun));
    }

    /// A completed run that somebody executed once more.
    private void twice() throws SourceException {
        Instant begun = calendar.workday(11, 9, 30);
        Change change = change("CHG-2017", "consolidation", "Map cost centre 880.", "p.diaz");
        Case run = approved(change, Evidence.WHOLE, begun, Duration.ofMinutes(90));
        desk.execute(run, begun.plus(Duration.ofHours(3)));
    }

    /// A step failed, and later did not.
    private void afterFailure() throws SourceException {
        Instant begun = calendar.workday(9, 11, 15);
        Change change = change("CHG-2018", "fx-revaluation", "Skip weekend rates.", "n.berg");
        Case run = caseOf(change, Evidence.WHOLE, begun);
        desk.execute(run, DemoBlocks.brokenFeed(), begun);
        approved(change, Evidence.WHOLE, begun.plus(Duration.ofHours(1)), Duration.ofHours(2));
    }

    /// The author approved, was stopped, and somebody independent did.
    private void afterSelfApproval() throws SourceException {
        Instant begun = calendar.workday(8, 10, 40);
        Change change = change("CHG-2020", "tax-service", "Fix reverse charge.", "m.chu");
        Case run = caseOf(change, Evidence.WHOLE, begun);
        desk.execute(run, begun);
        desk.approve(run, KEY, "m.chu", begun.plus(Duration.ofMinutes(9)));
        desk.execute(run, begun.plus(Duration.ofMinutes(10)));
        desk.approve(run, KEY, "a.singh", begun.plus(Duration.ofMinutes(75)));
        desk.execute(run, begun.plus(Duration.ofMinutes(76)));
    }
}
