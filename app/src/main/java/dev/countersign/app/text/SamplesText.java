// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.sampling.Unplaced;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleCoverage;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Samples of months as people read them.
public final class SamplesText {
    /// What is gone.
    public static final String WERE_SEEN = "Seen here in this month, and not there any more.";

    /// The algorithm of a draw, for whoever does not draw again.
    public static final String HOW_DRAWN = "by rate and seed: the same two draw the same runs";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private SamplesText() {}

    /// `October 2026`.
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /// Until when a month is to be observed, or why nobody waits for it.
    ///
    /// @param clock null where none runs
    /// @param signedOff null if nobody stood for it
    /// @param zone the owner's, which says when a month is over
    public static String due(
            YearMonth month,
            @Nullable PeriodClock clock,
            @Nullable Instant signedOff,
            Instant now,
            ZoneId zone,
            ZoneId viewer) {
        if (signedOff != null) {
            return "Signed off on " + ClockText.when(signedOff, now, viewer);
        }
        if (clock != null) {
            return (clock.clock().breached(now) ? "Was due " : "Due ")
                    + ClockText.when(clock.clock().due(), now, viewer);
        }
        return YearMonth.from(now.atZone(zone)).isAfter(month)
                ? "Was due before this desk first looked"
                : "Month not over: its clock has not started";
    }

    /// `3 of 9 runs`; nothing while nobody knows how many.
    public static String read(long done, long total) {
        return total == 0 ? "" : Numbers.grouped(done) + " of " + Numbers.count(total, "run");
    }

    /// `4 of 9 observed, 44 %`; before the draw that there was none, for what is always reviewed is
    /// not the sample.
    public static String coverage(SampleCoverage coverage) {
        boolean drawn = coverage.draw() != null;
        if (coverage.rows().isEmpty()) {
            return drawn ? "Nothing to observe" : "Not drawn yet";
        }
        String observed =
                Numbers.grouped(coverage.observed())
                        + " of "
                        + Numbers.grouped(coverage.rows().size())
                        + " observed, "
                        + coverage.percent()
                        + " %";
        return drawn ? observed : "Not drawn yet · " + observed;
    }

    /// What stands where no run is listed.
    public static String noRuns(SampleCoverage coverage) {
        return coverage.draw() == null
                ? "Not drawn yet: what is drawn will be listed here."
                : "No run of this month needs to be observed.";
    }

    /// Why a run is looked at.
    ///
    /// @param verdict of the gate; null if the run is not there any more
    /// @param place in the draw, from 1; 0 if it was not drawn
    public static String why(@Nullable GateVerdict verdict, int place, int drawn) {
        String gate = verdict == null ? "Not there any more" : GateText.word(verdict);
        return gate
                + (place == 0
                        ? " \u00b7 always reviewed"
                        : " \u00b7 drawn " + place + " of " + drawn);
    }

    /// What an observation that proves nothing lacks, in as many words as a row has room for.
    public static final String LACKS = "needs a signature";

    /// Whether a run was observed.
    ///
    /// @param there whether the month still has it
    public static String state(SampleCoverage.Row row, boolean there) {
        if (!there) {
            return "Gone";
        }
        return row.observed()
                ? "Observed"
                : row.observations().isEmpty() ? "Not observed" : "Not proven";
    }

    /// Why nobody can open or observe what is selected.
    public static String notThere(boolean selected) {
        return selected ? "The run is gone." : "No run is selected.";
    }

    /// What a sample would be.
    public static String wouldDraw(int approvals, double share) {
        int size = Draw.size(approvals, share);
        return "Draws " + size + " of " + Numbers.count(approvals, "approval") + ".";
    }

    /// What chance means.
    public static String byChance() {
        return "The population is fixed in the ledger first; the seed is made of that entry and of"
                + " random bytes, so nobody can choose it.";
    }

    /// What a given seed means.
    public static String byHand() {
        return "Whoever knows population, rate and seed draws the same sample, and could have"
                + " chosen the seed.";
    }

    /// What drawing again means.
    public static String again() {
        return "Takes the place of the draw above, with your reason. That one stays in the ledger,"
                + " on this screen and on every workpaper.";
    }

    /// What stands in the way of drawing again.
    public static String noReason() {
        return "Say why the earlier draw is not to count.";
    }

    /// Why an earlier draw does not count.
    ///
    /// @param after the one that took its place; null if none did
    public static String notCounting(@Nullable RecordedDraw after) {
        RecordedDraw.Superseding over = after == null ? null : after.supersedes();
        return over == null
                ? "Does not count: it takes no other draw's place."
                : "Does not count any more: " + Foreign.visible(over.reason());
    }

    /// How the seed of a draw came to be.
    public static String seed(RecordedDraw draw) {
        return draw.byChance() ? "random, population fixed first" : "given";
    }

    /// `25 %`; what the ledger has, if that is no number.
    public static String rate(String recorded) {
        try {
            return new BigDecimal(recorded).movePointRight(2).stripTrailingZeros().toPlainString()
                    + "\u00a0%";
        } catch (NumberFormatException e) {
            return Foreign.visible(recorded);
        }
    }

    /// Why the hash of the population is another one although no run came or went.
    public static String grown() {
        return "The runs are those that were drawn from. Their logs have changed since, as by"
                + " observations, and so has the hash of the population.";
    }

    /// When and by whom it was drawn.
    public static String drawn(RecordedDraw draw, ZoneId viewer) {
        return at(draw.at(), viewer) + " by " + Foreign.visible(draw.by());
    }

    /// When the ledger says that something was done.
    public static String at(String time, ZoneId viewer) {
        try {
            return TimeText.local(Instant.parse(time).atZone(viewer));
        } catch (DateTimeException e) {
            // an entry that was edited is shown as it is; the ledger's own check says so
            return Foreign.visible(time);
        }
    }

    /// That it is not the population that was drawn from.
    public static String changed() {
        return "Runs came or went since this was drawn: the population is not the one that was"
                + " drawn from.";
    }

    /// That nothing was drawn.
    public static String notDrawn(int risky) {
        return "No sample was drawn yet."
                + (risky == 0 ? "" : " The runs listed are always reviewed, whatever is drawn.");
    }

    /// An act that was done.
    public static String drawn(YearMonth month) {
        return "The sample of " + month(month) + " was drawn, and the ledger says so.";
    }

    /// An act that was done.
    public static String assigned(String runId, String to) {
        return Foreign.visible(runId) + " goes to " + Foreign.visible(to) + ".";
    }

    /// That nobody asked whether the population is complete.
    public static String notCompared() {
        return "Completeness has not been checked yet. Compare the runs of this month with another"
                + " system's list, such as its changes of the month, or look for gaps in their"
                + " numbers.";
    }

    /// Why nobody can say to which month a run belongs.
    public static String reason(Unplaced run) {
        return switch (run.why()) {
            case NO_LOG -> "it has no log";
            case EMPTY_LOG -> "its log is empty";
            case NO_START ->
                    "its log has no run_started with a time that can be placed (ISO 8601 with an"
                            + " offset)";
            case START_DOUBTFUL ->
                    "its log says that the run started in another month, but is broken there";
        };
    }

    /// That runs were here, as a word beside its shape.
    public static String gone(int runs) {
        return "Gone: " + Numbers.count(runs, "run");
    }

    /// Whether the population is all there was, in two or three words.
    ///
    /// @param proven true if another system's list agrees, false if something is missing; null if
    ///   nothing proves it
    public static String completeness(@Nullable Boolean proven) {
        return proven == null
                ? "Completeness not checked"
                : proven ? "Completeness verified" : "Completeness failed";
    }

    /// What a comparison says in one sentence.
    ///
    /// @param runs how many the month has
    public static String compared(Completeness found, int runs) {
        if (!found.unplaced().isEmpty()) {
            return "Runs that may belong to any month are here: what belongs to this one is not"
                    + " proven until the log of each says when it started.";
        }
        SourceList source = found.source();
        if (source == null) {
            return found.gaps().isEmpty() && found.vanished().isEmpty()
                    ? "No gap in the numbers, and no run vanished. Without another system's list"
                            + " that does not prove that the population is complete."
                    : "Something is missing. A gap may have a good reason; find it.";
        }
        return found.negative()
                ? "The list and the runs do not agree."
                : "The list has "
                        + Numbers.grouped(source.ids().size())
                        + (source.ids().size() == 1 ? " entry" : " entries")
                        + " and the month "
                        + Numbers.count(runs, "run")
                        + ": each entry has a run, and each run is in the list.";
    }

    /// What stands in the way of a seed.
    public static String noSeed() {
        return "A seed is a whole number.";
    }

    /// A clause as a sentence.
    public static String sentence(String clause) {
        return Quotes.capital(clause) + ".";
    }
}
