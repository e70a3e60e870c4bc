// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import java.time.YearMonth;
import java.util.List;

/// The workpaper's sentences.
final class WorkpaperText {
    static final String PROCEDURE =
            "Each run directory was read in full, and everything that can be re-performed was"
                    + " re-performed. Each channel is assessed on its own: none says anything about"
                    + " another, and what was not checked is neither good nor bad.";
    static final String CONTROLS = "The controls that these runs test, as the register has them.";
    static final String RESULTS =
            "One line a run. A mark sums up all checks of its channel; the reasons are under"
                    + " Exceptions, and one by one in the CSV and the workbook.";
    static final String HASHES =
            "SHA-256 of each log as it was read, the hash of its last record and of each decision,"
                    + " and SHA-256 of each artifact. The same files give the same hashes.";
    static final String DEADLINES =
            "A clock is in time if it ended at or before its deadline, late if it ended after it or"
                    + " still runs after it. Open clocks that are not yet due are not counted for"
                    + " or against.";
    static final String BAG = "BagIt bag (RFC 8493)";
    static final String ARCHIVE = "plain archive: it has no list of what it should contain";
    static final String BUNDLE_HOLDS =
            "The runs were read from a bundle. It was checked against all of its manifests, and no"
                    + " fault was found.";
    static final String BUNDLE_AGAINST =
            "The runs were read from a bundle that is not valid: files were changed or are missing"
                + " since it was packed. The results of its runs are below; they are not about the"
                + " evidence as it was packed.";
    static final String BUNDLE_FAILED =
            "The bundle is not valid: its faults are listed under The bundle.";
    static final String FAILED_CHECKS = "Checks that failed when they were made here.";
    static final String RECORDED = "Exceptions that the runs recorded themselves.";
    static final String FINDINGS = "Findings, which somebody has to answer for.";
    static final List<String> CHART = List.of("In time", "Late", "Still open");
    static final String NO_CLOCKS = "No clock was started by any of these runs.";
    static final String NOTHING = "None.";
    static final String ANNEX =
            "This report is too long for paper. Its longer tables show only the rows with"
                + " exceptions or failures, and all rows of runs that have any or are in the"
                + " sample. The annex is this report as CSV, with every result; the hash of that"
                + " file is below. The workbook and the HTML have every row of every table, and the"
                + " facts, whose hash is on each page, are of all of them.";
    static final String VERIFIED = "Checked, no exception.";
    static final String FAILED = "Checked, with exceptions: see Exceptions.";
    static final String NOT_CHECKED =
            "Not checked: there was nothing to check, or nothing to check it with.";

    static final String OTHER_DRAWS =
            "Other draws of this month stay in the ledger. The first draw of a month counts, unless"
                    + " a later one takes its place and says why.";
    static final String NOT_SIGNED = "an entry of the ledger, not signed";
    static final String SUPERSEDED = "another took its place";
    static final String REPEATED = "it takes no other's place";
    static final String SIGNED_RESULTS =
            "Results of re-performing all runs of the workspace, signed into its ledger. Whoever"
                + " re-performs the same runs with the same policy and tool gets the same SHA-256.";

    private WorkpaperText() {}

    static String seed(boolean byChance) {
        return byChance ? "random, after the population was fixed in the ledger" : "given";
    }

    static String notDrawn(YearMonth month) {
        return "The ledger has no sample of " + month + ": draw it first.";
    }

    static String otherRuns(YearMonth month) {
        return "Runs of "
                + month
                + " came or went since its sample was drawn: draw again, saying why, or report all"
                + " runs.";
    }

    static String otherSample(YearMonth month) {
        return "The sample of " + month + " is not what its rate and seed give: verify the ledger.";
    }

    /// Of runs that were read from a bundle that does not hold.
    ///
    /// @param clean runs that nothing but that speaks against
    static String against(long all, long clean) {
        String runs =
                all == 0
                        ? "There is no run in it."
                        : all == clean
                                ? "No run in it has exceptions of its own."
                                : (all - clean)
                                        + " of "
                                        + all
                                        + " runs in it have exceptions of their own.";
        return "The bundle is not valid, so nothing vouches for the runs in it: see The bundle. "
                + runs;
    }

    /// Of findings that stand and are about no run in the paper.
    ///
    /// @param said of the runs in it
    static String elsewhere(int findings, String said) {
        return (findings == 1
                        ? "A finding of SEV-1 or SEV-2 is not closed that is"
                        : findings + " findings of SEV-1 or SEV-2 are not closed that are")
                + " about none of the runs here: see Exceptions. Of the runs here: "
                + said;
    }

    /// Of runs that may belong to any period.
    ///
    /// @param said of the rest
    static String unplaced(int runs, String said) {
        return (runs == 1 ? "A run belongs to no period" : runs + " runs belong to no period")
                + ", so that the population is complete is not proven until "
                + (runs == 1 ? "its log says when it" : "their logs say when they")
                + " started: see Population. "
                + said;
    }

    static String conclusion(long all, long clean) {
        if (all == 0) {
            return "There was no run to assess.";
        }
        if (all == clean) {
            return all == 1
                    ? "No exception was found in this run."
                    : "No exception was found in these runs.";
        }
        return all == 1
                ? "This run has exceptions."
                : (all - clean) + " of " + all + " runs have exceptions.";
    }

    /// What is said of a table that is not whole on paper.
    static String abridged(int kept, int telling, int all) {
        return kept
                + " of "
                + all
                + " rows are shown: "
                + (kept == telling ? "those" : "the first of " + telling)
                + " with exceptions or of the sample.";
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> "✓";
            case FAILED -> "✗";
            case NOT_CHECKED -> "–";
        };
    }

    /// What a failed check gave. Paper leads to no screen.
    static String sentence(Check check) {
        return check.kind() == Check.Kind.CHAIN && check.why() == Check.Why.DISAGREES
                ? "A hash or a link is wrong."
                : CheckText.sentence(check);
    }

    /// What was to be and what is; where neither is known, as of a torn end, only where.
    static String difference(Check.Evidence one) {
        String place =
                one.record() < 0 ? CheckText.place(one) : Quotes.capital(CheckText.place(one));
        if (one.expected() == null && one.found() == null) {
            return place + ".";
        }
        String expected = one.expected() == null ? "nothing" : one.expected();
        String found = one.found() == null ? "nothing" : one.found();
        return place + ": expected " + expected + ", found " + found + ".";
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case NOT_CHECKED -> Tone.OPEN;
        };
    }

    static String procedure(Channel channel) {
        return switch (channel) {
            case INTEGRITY ->
                    "The hash of every record was computed from its canonical text and compared"
                            + " with the stored one, and every link with the record before.";
            case COMPLETENESS ->
                    "The log was compared with a checkpoint taken earlier, where there is one.";
            case ARTIFACTS ->
                    "Every artifact, state.json, the run id and the handoff report were compared"
                            + " with what the log recorded.";
            case SIGNATURE ->
                    "The signature of every human act was verified over its statement, its record,"
                            + " its place and the artifacts that were there.";
            case TRUST -> "Each signer's certificate was followed to an anchor.";
            case POLICY ->
                    "Author, reviewer and approver were checked against segregation of duties,"
                            + " roles and the list of identities.";
            case REPERFORMANCE ->
                    "The grounding gate, the deterministic rules and the reading of the model's raw"
                            + " response were re-performed from the evidence.";
            case TIMELINESS ->
                    "Times were checked to run forwards, and every clock that ended was compared"
                            + " with its deadline.";
        };
    }

    static String deficient(Channel channel) {
        return switch (channel) {
            case INTEGRITY -> "A hash or a link is wrong, or a line is not a record.";
            case COMPLETENESS -> "Records seen earlier are gone or were rewritten.";
            case ARTIFACTS ->
                    "A file differs from what was recorded, is missing, or was not recorded.";
            case SIGNATURE -> "A signature is not valid, or is over something else.";
            case TRUST -> "A certificate leads to no anchor, or was not valid.";
            case POLICY ->
                    "Somebody acted without authority, or segregation of duties was violated.";
            case REPERFORMANCE -> "Re-performed, the result differs from what was recorded.";
            case TIMELINESS -> "A deadline was missed, or time runs backwards.";
        };
    }
}
