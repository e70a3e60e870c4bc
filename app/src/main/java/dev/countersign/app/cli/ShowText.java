// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ActText;
import dev.countersign.app.text.ArtifactText;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.GateText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.app.text.StatusText;
import dev.countersign.app.text.TornText;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// A run for people at a terminal: what is going on first, then what it rests on.
final class ShowText {
    private static final String INDENT = "  ";
    private static final int COLUMN = 16;

    /// More of a kind is not read on a terminal; `--json` has them all.
    private static final int MOST = 20;

    private final RunSnapshot run;
    private final PrintStream out;

    private ShowText(RunSnapshot run, PrintStream out) {
        this.run = run;
        this.out = out;
    }

    static void print(ShownRun shown, PrintStream out) {
        RunSnapshot run = shown.run();
        ShowText text = new ShowText(run, out);
        text.head();
        text.beside(shown);
        text.clocks(shown.hours(), shown.now());
        text.claims();
        text.exceptions();
        text.decisions();
        if (shown.trustFrom() != null && !run.acts().isEmpty()) {
            text.row("Trust", "by the anchors in " + shown.trustFrom());
        }
        text.checks();
        ShowTimeline.print(run, text::row);
    }

    private void head() {
        out.println(Quotes.line(run.runId()) + "  " + StatusText.word(run.status()));
        out.println(INDENT + RunText.situation(run));
        row("Subject", Quotes.line(run.subject()));
        if (run.author() != null) {
            row("Author", Quotes.line(run.author()));
        }
        ChainReport chain = run.chain();
        if (chain != null) {
            row(
                    "Chain",
                    chain.verdict().word()
                            + ", "
                            + Numbers.count(chain.records(), "record")
                            + ", head "
                            + Quotes.hash(chain.head()));
        }
    }

    private void row(String name, String text) {
        out.println(INDENT + name + " ".repeat(Math.max(1, COLUMN - name.length())) + text);
    }

    private void clocks(OfficeHours hours, Instant now) {
        for (RunClock clock : run.clocks()) {
            var reading = hours.reading(clock, now);
            row(
                    "Clock",
                    ClockText.named(clock)
                            + ": "
                            + ClockText.line(clock, reading, now, ZoneOffset.UTC)
                            + " UTC · "
                            + ClockText.marks(clock, reading));
        }
        if (!run.clocks().isEmpty() && !hours.today().assigned()) {
            row("", "Targets are the default, not assigned by an owner.");
        }
    }

    private void claims() {
        GatePerformance gate = run.gate();
        if (gate != null) {
            for (GroundedClaim claim : few(gate.claims())) {
                row(
                        "Claim",
                        Quotes.line(claim.claim().control())
                                + " "
                                + Quotes.line(claim.claim().text())
                                + ": "
                                + GateText.word(claim.grounding()));
            }
        }
        for (Abstention abstention : few(run.abstentions())) {
            row(
                    "Left open",
                    Quotes.line(abstention.control()) + " " + Quotes.line(abstention.reason()));
        }
        GateResult recorded = run.recordedGate();
        if (recorded != null) {
            String here =
                    gate == null ? "" : ", re-performed " + GateText.word(gate.result().verdict());
            row("Gate", "recorded " + GateText.word(recorded.verdict()) + here);
        }
    }

    private void exceptions() {
        for (RuleResult finding : few(run.findings())) {
            row("Finding", Quotes.line(finding.control()) + " " + Quotes.line(finding.detail()));
        }
    }

    private void decisions() {
        for (Approval approval : few(run.approvals())) {
            row(
                    approval.rejection() ? "Rejection" : "Approval",
                    said(approval.approver(), "nobody")
                            + ": "
                            + said(approval.decision(), "no decision")
                            + " ("
                            + Quotes.line(approval.key())
                            + ", record "
                            + approval.record()
                            + (run.provisional(approval) ? ", provisional, " : ", ")
                            + ActText.signature(run.act(approval.record()))
                            + ")");
        }
    }

    private static String said(String text, String otherwise) {
        return text.isBlank() ? otherwise : Quotes.line(text);
    }

    private void checks() {
        row("Artifacts", ArtifactText.sentence(run.artifacts()));
        if (run.state() == null) {
            row("State", RunText.stateNotRead(run));
        }
        for (Check check : run.channels().checks()) {
            if (check.outcome() == Outcome.FAILED) {
                row("Failed", CheckText.name(check.kind()) + ": " + CheckText.sentence(check));
                for (Check.Evidence evidence : few(check.evidence())) {
                    row("", CheckText.place(evidence) + compared(evidence));
                }
            }
        }
        for (Outcome outcome : List.of(Outcome.VERIFIED, Outcome.NOT_CHECKED)) {
            StringBuilder names = new StringBuilder();
            for (Channel channel : Channel.values()) {
                if (run.channels().of(channel) == outcome) {
                    names.append(names.isEmpty() ? "" : ", ").append(CheckText.name(channel));
                }
            }
            if (!names.isEmpty()) {
                row(CheckText.word(outcome), names.toString());
            }
        }
    }

    /// What was taken off the log, and the bundle that it lies in.
    private void beside(ShownRun shown) {
        for (TornEndFile torn : few(shown.tornEnds())) {
            row("Torn end", TornText.sentence(torn));
        }
        BundleStanding standing = shown.around().standing();
        if (standing != null) {
            row("Bundle", shown.around().path() + ": " + BundleText.headline(standing));
            few(standing.against()).forEach(sentence -> row("", sentence));
        }
    }

    private static String compared(Check.Evidence evidence) {
        String expected = evidence.expected();
        String found = evidence.found();
        return (expected == null ? "" : " · expected " + Quotes.whole(expected))
                + (found == null ? "" : " · found " + Quotes.whole(found));
    }

    private <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
