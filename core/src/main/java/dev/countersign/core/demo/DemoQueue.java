// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.demo.DemoPayloads.Change;
import dev.countersign.core.demo.DemoPayloads.Evidence;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.source.SourceException;

import java.time.Duration;
import java.time.Instant;

/// Changes that wait for somebody: with time left, with little, with none.
final class DemoQueue {
    private static final String KEY = DemoHistory.KEY;
    private static final String STANDARD = "standard";
    private static final String EMERGENCY = "emergency";

    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoQueue(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    void write() throws SourceException {
        waiting("CHG-2101", "Stop duplicate postings.", EMERGENCY, calendar.minutesAgo(51));
        waiting("CHG-2102", "Restore the FX feed.", EMERGENCY, calendar.minutesAgo(22));
        waiting("CHG-2103", "Roll back the VAT table.", EMERGENCY, calendar.hoursAgo(7));
        waiting("CHG-2104", "Raise the posting limit.", STANDARD, calendar.minutesAgo(25));
        waiting("CHG-2105", "Rename cost centres – Zürich/北京.", STANDARD, calendar.hoursAgo(5));
        waiting("CHG-2106", "Archive closed periods.", STANDARD, calendar.hoursAgo(21));
        waiting("CHG-2107", "New accrual rule.", STANDARD, calendar.workday(6, 10, 10));
        askedAgain();
        abstained();
        pending();
        rejected();
        provisional();
        twiceApproved();
        Instant reviewed = calendar.minutesAgo(12);
        desk.dieInReview(
                change("CHG-2114", "Split the nightly batch.", STANDARD, reviewed), reviewed);
        Instant begun = calendar.minutesAgo(2);
        desk.dieBefore(4, change("CHG-2115", "Move the rate cache.", STANDARD, begun), begun);
    }

    private static Case change(String id, String summary, String type, Instant begun) {
        Change change = new Change(id, "ledger-poster", summary, "p.diaz", type);
        return Case.of(
                Workflow.CHANGE_APPROVAL, DemoPayloads.change(change, Evidence.WHOLE, begun));
    }

    private Case waiting(String id, String summary, String type, Instant begun)
            throws SourceException {
        Case run = change(id, summary, type, begun);
        desk.execute(run, begun);
        return run;
    }

    /// Executing again does not start the clock again.
    private void askedAgain() throws SourceException {
        Instant begun = calendar.workday(4, 15, 30);
        Case run = waiting("CHG-2108", "Second journal approver.", STANDARD, begun);
        desk.execute(run, begun.plus(Duration.ofHours(20)));
        desk.execute(run, calendar.hoursAgo(3));
    }

    /// A model that did not dare to judge one control.
    private void abstained() throws SourceException {
        Instant begun = calendar.hoursAgo(2);
        String response =
                """
                ```json
                {"claims": [{"control": "ITGC-CM-03", "text": "tested with documented results", "citation": "Regression suite passed for CHG-2109"}], "abstentions": [{"control": "ITGC-CM-01", "reason": "the approval does not say what it covers"}]}
                ```\
                """;
        Case run = change("CHG-2109", "Change the rounding account.", STANDARD, begun);
        desk.execute(run.answered(response), begun);
    }

    private void pending() throws SourceException {
        Instant begun = calendar.hoursAgo(4);
        Case run = waiting("CHG-2110", "Tighten tolerance to 0.01.", STANDARD, begun);
        desk.approve(run, KEY, "a.singh", calendar.minutesAgo(34));
    }

    private void rejected() throws SourceException {
        Instant begun = calendar.hoursAgo(26);
        Case run = waiting("CHG-2111", "Disable the four-eyes check.", STANDARD, begun);
        String why = "the change removes a control; see the policy on posting limits";
        desk.reject(run, KEY, "k.rao", why, calendar.hoursAgo(24));
    }

    /// Approved in an emergency; the second approval is still to come.
    private void provisional() throws SourceException {
        Instant begun = calendar.hoursAgo(9);
        Case run = waiting("CHG-2112", "Unblock the payment run.", EMERGENCY, begun);
        desk.approve(run, KEY, "a.singh", begun.plus(Duration.ofMinutes(38)));
        desk.execute(run, begun.plus(Duration.ofMinutes(39)));
    }

    private void twiceApproved() throws SourceException {
        Instant begun = calendar.workday(7, 2, 14);
        Case run = waiting("CHG-2113", "Fail over the ledger database.", EMERGENCY, begun);
        String emergency = desk.approve(run, KEY, "a.singh", begun.plus(Duration.ofMinutes(21)));
        desk.execute(run, begun.plus(Duration.ofMinutes(22)));
        Instant later = begun.plus(Duration.ofHours(9));
        desk.approveAgain(run, KEY, "k.rao", emergency, later);
    }
}
