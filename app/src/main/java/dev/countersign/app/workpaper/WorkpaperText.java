// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;

import java.time.YearMonth;

/// The workpaper's sentences.
final class WorkpaperText {
    static final String PROCEDURE =
            "Each run directory was read whole and everything that can be performed again was"
                    + " performed again. Each channel speaks for itself: none of them says anything"
                    + " about another, and what was not checked is neither good nor bad.";
    static final String CONTROLS = "The controls that these runs test, as the register has them.";
    static final String RESULTS =
            "One line a run. A mark sums up all checks of its channel; the reasons are under"
                    + " Exceptions, and one by one in the CSV and the workbook.";
    static final String HASHES =
            "SHA-256 of each log as it was read, the hash of its last record and of each decision,"
                + " and SHA-256 of each artifact. Whoever has the same files gets the same hashes.";
    static final String DEADLINES =
            "A clock is in time if it ended at or before its deadline, late if it ended after it or"
                    + " still runs after it. Open clocks that are not yet due are not counted for"
                    + " or against.";
    static final String BAG = "BagIt bag (RFC 8493)";
    static final String ARCHIVE = "plain archive: nothing in it says what should be there";
    static final String BUNDLE_HOLDS =
            "The runs were read from a bundle. It was held against everything that it says of its"
                    + " files, and nothing speaks against it.";
    static final String BUNDLE_AGAINST =
            "The runs were read from a bundle, and it does not hold: files are not as they were"
                    + " packed, or not all there. What its runs say of themselves stands below; it"
                    + " is not the evidence that somebody packed.";
    static final String BUNDLE_FAILED =
            "The bundle does not hold: its faults are listed under The bundle.";
    static final String CHART = "In time, late, still open";
    static final String NO_CLOCKS = "No clock was started by any of these runs.";
    static final String NOTHING = "None.";
    static final String ANNEX =
            "This report is too long for paper. Of its longer tables stand here the rows with"
                + " exceptions or failures, and all of runs that have any or are in the sample. The"
                + " annex is this report as CSV: the results one by one, its file has the hash"
                + " below. The workbook and the HTML have every row of every table, and the facts,"
                + " whose hash is on each page, are of all of them.";
    static final String VERIFIED = "Checked, and it holds.";
    static final String FAILED = "Checked, and it does not hold: see Exceptions.";
    static final String NOT_CHECKED =
            "Not checked: there was nothing to check, or nothing to check it with.";

    static final String OTHER_DRAWS =
            "Other draws of this month stay in the ledger. The first draw of a month counts, unless"
                    + " a later one takes its place and says why.";
    static final String NOT_SIGNED = "an entry of the ledger, not signed";
    static final String SUPERSEDED = "another took its place";
    static final String REPEATED = "it takes no other's place";
    static final String SIGNED_RESULTS =
            "Results of performing all runs of the workspace again that somebody signed into its"
                + " ledger. Whoever performs the same runs again, with the same policy and tool,"
                + " gets the same SHA-256.";

    private WorkpaperText() {}

    static String seed(boolean byChance) {
        return byChance ? "by chance, after the population was fixed in the ledger" : "given";
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
        return "The bundle does not hold, so nothing vouches for the runs in it: see The bundle. "
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
                + ", so that the population is complete is not proven: see Population. "
                + said;
    }

    static String conclusion(long all, long clean) {
        if (all == 0) {
            return "There was no run to assess.";
        }
        if (all == clean) {
            return all == 1
                    ? "Nothing that was checked speaks against this run."
                    : "Nothing that was checked speaks against any of these runs.";
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
                + " rows stand here: "
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
                            + " its place and the artifacts that lay there.";
            case TRUST -> "Each signer's certificate was followed to an anchor.";
            case POLICY ->
                    "Author, reviewer and approver were held against segregation of duties, roles"
                            + " and the list of identities.";
            case REPERFORMANCE ->
                    "The grounding gate, the deterministic rules and the reading of the model's raw"
                            + " response were performed again from the evidence.";
            case TIMELINESS ->
                    "Times were checked to run forwards, and every clock that ended was held"
                            + " against its deadline.";
        };
    }

    static String deficient(Channel channel) {
        return switch (channel) {
            case INTEGRITY -> "A hash or a link does not hold, or a line is no record.";
            case COMPLETENESS -> "Records seen earlier are gone or were rewritten.";
            case ARTIFACTS -> "A file is another one than was recorded, is missing, or unrecorded.";
            case SIGNATURE -> "A signature does not hold, or speaks of something else.";
            case TRUST -> "A certificate leads to no anchor, or was not valid.";
            case POLICY -> "Somebody acted who may not, or two duties are in one hand.";
            case REPERFORMANCE -> "Performed again, it gives something else than was recorded.";
            case TIMELINESS -> "A deadline was missed, or time runs backwards.";
        };
    }
}
