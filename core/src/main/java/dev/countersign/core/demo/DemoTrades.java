// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.demo.DemoDesk.Case;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.source.SourceException;

import java.time.Instant;

/// Personal trades: clear, against the rules, open, made up.
final class DemoTrades {
    private final DemoDesk desk;
    private final DemoCalendar calendar;

    DemoTrades(DemoDesk desk, DemoCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    void write() throws SourceException {
        cleared("TRD-301", "WIDGET", "acct-100", calendar.workday(21, 10, 2));
        cleared("TRD-302", "SPROCKET", "acct-fam", calendar.workday(10, 15, 31));
        cleared("TRD-303", "GADGET", "acct-999", calendar.hoursAgo(8));
        cleared("TRD-304", "WIDGET", "acct-777", calendar.workday(6, 11, 44));
        String informal =
                "Email — u.chu: 'hey is it ok if I pick up some COG?'  Jamie: 'yeah sounds fine, go"
                        + " ahead'";
        Instant open = calendar.hoursAgo(5);
        desk.execute(trade("TRD-305", "COG", "acct-100", informal, open), open);
        Instant made = calendar.hoursAgo(11);
        String response =
                """
                {"claims": [{"rule": "PAD-1", "text": "pre-cleared by Legal before the trade", "citation": "Legal cleared GADGET on 1 March.", "approval_date": "2026-03-01"}], "abstentions": []}\
                """;
        desk.execute(
                trade("TRD-306", "GADGET", "acct-100", "[no pre-clearance on file]", made)
                        .answered(response),
                made);
    }

    private void cleared(String id, String symbol, String account, Instant begun)
            throws SourceException {
        String clearance = DemoPayloads.cleared(symbol, begun);
        desk.execute(trade(id, symbol, account, clearance, begun), begun);
    }

    private static Case trade(
            String id, String symbol, String account, String clearance, Instant begun) {
        return Case.of(
                Workflow.PERSONAL_TRADE_COMPLIANCE,
                DemoPayloads.trade(id, symbol, account, clearance, begun));
    }
}
