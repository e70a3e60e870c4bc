// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.clock.HowSoon;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.run.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The queue's own words.
public final class QueueText {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /// What stands in the place of a clock where no clock counts.
    public static final String NO_APPROVAL = "nothing can be approved";

    /// While runs are read.
    public static final String READING = "Reading runs";

    private QueueText() {}

    /// Where runs are read, and `7 of 24 runs`.
    public static String reading(String where, long done, long total) {
        return where
                + "\n"
                + (total > 0
                        ? Numbers.grouped(done) + " of " + Numbers.count(total, "run")
                        : "Looking for runs");
    }

    /// ` · 3 selected`.
    public static String selected(int rows) {
        return " \u00b7 " + Numbers.grouped(rows) + " selected";
    }

    /// Whom a row waits for: `Process owner` of `process_owner`.
    public static String waitingFor(String role) {
        if (role.isEmpty()) {
            return "Nobody";
        }
        String words = role.replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// `Approval`, `Approval, emergency`; what it says without a clock.
    public static String clock(@Nullable RunClock clock) {
        if (clock == null) {
            return "waits without a clock";
        }
        String name = ClockText.name(clock.kind());
        boolean said = clock.kind() == ClockKind.RETROACTIVE_APPROVAL; // there is no other
        return clock.tier() == Tier.EMERGENCY && !said ? name + ", emergency" : name;
    }

    /// Who acts on what does not wait for its clock: `Platform owner, audit`.
    public static String actAtOnce(Policy.Escalation escalation) {
        return waitingFor(String.join(", ", escalation.to()));
    }

    /// `At once`.
    public static String soon(Policy.Escalation escalation) {
        return Quotes.capital(HowSoon.words(escalation.when()));
    }

    /// Why no clock stands there.
    public static String notByClock(Policy.Escalation escalation) {
        return told(escalation) + " Nothing can be approved here; the clocks of the run go on.";
    }

    /// Who acts, and how soon: `Platform owner, audit: at once; the workflow is put on hold.`
    public static String told(Policy.Escalation escalation) {
        return actAtOnce(escalation) + ": " + escalation.when() + ".";
    }

    /// The chain, in a word or two.
    public static String chain(Outcome integrity) {
        return switch (integrity) {
            case VERIFIED -> "Intact";
            case FAILED -> "Broken";
            case NOT_CHECKED -> "Not checked";
        };
    }

    /// The same where nothing else says what it is about: `Chain intact`.
    public static String ofChain(Outcome integrity) {
        return "Chain " + chain(integrity).toLowerCase(Locale.ROOT);
    }

    /// `29 waiting`, `3 of 29 waiting`, and in how many runs.
    public static String count(int shown, int all, long runs) {
        String of = shown == all ? "" : Numbers.grouped(shown) + " of ";
        return of + Numbers.grouped(all) + " waiting · " + Numbers.count(runs, "run");
    }

    /// `Sample of October 2026, from 37 runs: to be observed by Mon 30 Nov 00:00`; `was to be` once
    /// it is over; `not drawn yet, to be drawn and observed by` while there is none.
    ///
    /// @param undrawn whether it is known that it is not drawn
    public static String period(PeriodClock period, boolean undrawn, Instant now, ZoneId viewer) {
        String month = period.period().format(MONTH);
        String due = period.clock().breached(now) ? "was to be" : "to be";
        return "Sample of "
                + month
                + ", from "
                + Numbers.count(period.runs(), "run")
                + ": "
                + (undrawn ? "not drawn yet, " + due + " drawn and" : due)
                + " observed by "
                + ClockText.when(period.clock().due(), now, viewer);
    }

    /// What that means.
    public static String periodMeaning(PeriodClock period) {
        return "A sample of the runs that started in this month is to be observed by the "
                + period.clock().role()
                + ". It is drawn under Samples; a missed one is a finding for the "
                + period.clock().escalateTo()
                + ".";
    }

    /// Why a chip cannot be chosen: `Mine: nobody has signed here yet`.
    public static String unavailable(String chip, String why) {
        return chip + ": " + why;
    }

    /// Why nobody's decisions can be picked.
    public static String nobodyHere() {
        return "nobody has signed here yet";
    }

    /// The same, for somebody whom the policy does not know.
    public static String notListed(String who) {
        return who + " signed here last, and is not among the policy's identities";
    }

    /// Why nothing can be picked by its sample.
    public static String notSampled() {
        return "no open month has a sample yet, draw one under Samples";
    }

    /// What to do where no row waits.
    public static String nothing(int runs) {
        if (runs == 0) {
            return "A run is a folder with an audit.jsonl in it. Open the folder that has your"
                    + " runs, or look at the demo first. New runs appear here by themselves.";
        }
        return Numbers.count(runs, "run")
                + (runs == 1 ? " is" : " are")
                + " finished or still at work. A run that comes to wait appears here by itself;"
                + " any run can be found by its id.";
    }

    /// How the rows are sorted.
    public static String order() {
        return "Broken chains first, then by due time";
    }

    /// What that means.
    public static String orderMeaning() {
        return "A run whose chain is broken comes first, whatever its deadline. The others follow"
                + " by due time, breached ones before those still to come; a run without a clock"
                + " comes last.";
    }

    /// Whose targets hold.
    public static String policy(String version, boolean assigned) {
        return assigned ? "Policy " + version : "Default policy, not assigned";
    }

    /// What that means.
    public static String policyMeaning(boolean assigned) {
        return assigned
                ? "An owner confirmed these targets and hours."
                : "Targets and hours are the product's own until an owner confirms a policy.";
    }
}
