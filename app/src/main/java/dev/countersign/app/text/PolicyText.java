// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.policy.Target;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A policy in plain words.
public final class PolicyText {
    private PolicyText() {}

    /// How long a clock may run: `4 business hours`.
    public static String target(Target target) {
        return switch (target) {
            case Target.BusinessHours(Duration d) -> time(d, "business ");
            case Target.BusinessDays(int days) -> Numbers.count(days, "business day");
            case Target.EndOfBusinessDay(int days) ->
                    days == 1
                            ? "End of the next business day"
                            : "End of the " + days + "th business day";
            case Target.Elapsed(Duration d) -> time(d, "") + ", nights and holidays too";
            case Target.ElapsedToOpenDay(Duration d) ->
                    time(d, "") + ", then the next business day";
            case Target.NextPeriod() -> "End of the next period";
        };
    }

    private static String time(Duration d, String kind) {
        return d.toMinutes() % 60 == 0
                ? Numbers.count(d.toHours(), kind + "hour")
                : Numbers.count(d.toMinutes(), kind + "minute");
    }

    /// `SEV-3`, or `SEV-3, of a block SEV-2`.
    public static String severity(int severity, int blockSeverity) {
        return SeverityText.word(severity)
                + (severity == blockSeverity
                        ? ""
                        : ", of a block " + SeverityText.word(blockSeverity));
    }

    /// `default-1, not assigned`, `2026-3, confirmed by Ada on 2026-01-02`.
    public static String standing(Policy policy) {
        Policy.Assignment assignment = policy.assignment();
        return assignment == null
                ? "Default, not assigned"
                : "Confirmed by " + Foreign.visible(assignment.by()) + " on " + assignment.on();
    }

    /// `Monday`.
    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /// `09:00 to 12:00, 13:00 to 17:00`, or `closed`.
    public static String open(List<BusinessCalendar.Interval> intervals) {
        return intervals.isEmpty()
                ? "closed"
                : intervals.stream()
                        .map(i -> i.from() + " to " + (i.endSecond() == 86_400 ? "24:00" : i.to()))
                        .collect(Collectors.joining(", "));
    }

    /// What a step is to the desk.
    public static String kind(StepRule.Kind kind) {
        return switch (kind) {
            case APPROVAL -> "waits for an approval";
            case REVIEW -> "is reviewed";
            case GATE -> "is the grounding gate";
            case EXCEPTIONS -> "may find exceptions";
            case WORK -> "does work";
        };
    }

    /// A step's name; a star stands for all the others.
    public static String step(String step) {
        return step.equals("*") ? "any other step" : Foreign.visible(step);
    }

    /// Who may not be whom.
    public static String segregation(boolean approverIsNotReviewer) {
        return approverIsNotReviewer
                ? "The approver is neither the author nor the independent reviewer."
                : "The approver is not the author; the independent reviewer may approve.";
    }

    /// What makes an emergency.
    public static String tier(Policy policy) {
        return "A run is an emergency if its payload says \u201c"
                + Foreign.visible(policy.emergencyValue())
                + "\u201d at "
                + Foreign.visible(policy.tierPath())
                + ", in upper or lower case. Otherwise the standard targets apply.";
    }

    /// How long evidence is kept.
    public static String retention(int years) {
        return Numbers.count(years, "year") + " from creation. Deletion before that is a finding.";
    }

    /// When blocks become a pattern.
    public static String repeated(int blocks, int days) {
        return Numbers.count(blocks, "block")
                + " of one author within "
                + Numbers.count(days, "day")
                + " make a "
                + SeverityText.word(2)
                + " finding.";
    }
}
