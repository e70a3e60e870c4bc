// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.TestKind;

import org.jspecify.annotations.Nullable;

/// What was performed again, in words.
public final class MatrixText {
    /// What it does, before it is done.
    public static final String INVITATION =
            "Every run is read again and its conclusions are re-performed: claims against evidence"
                    + " and against the model's output, rules, verdict, artifacts, handoff head,"
                    + " approvals and clocks. Each result is compared with what was recorded.";

    /// There is no run.
    public static final String NO_RUNS =
            "There are no runs in this workspace yet. Open the folder they lie in, or add it as a"
                    + " source in Settings.";

    /// What the marks mean.
    public static final String LEGEND =
            "Agrees: re-performed here, the result is as recorded. Differs: it is not. No test:"
                    + " nothing was recorded, or there was nothing to re-perform. Enter or a click"
                    + " opens the evidence.";

    private static final int DIGITS = 12;

    /// What is asked for a signature.
    public static final String SIGN = "Sign the results";

    /// What a signature means.
    public static final String MEANING =
            "You sign these results as yours: whoever re-performs the same runs gets the same hash."
                    + " Your signature becomes an entry of the ledger and cannot be removed.";

    /// That it is in the ledger.
    public static final String SIGNED = "Results signed, and in the ledger";

    /// What is under way before anybody can sign.
    public static final String KEEPING = "Keeping the results";

    /// That the policy is another one by now.
    public static final String OTHER_POLICY =
            "Another policy is in force since these runs were re-performed: re-perform them.";

    private MatrixText() {}

    /// A name for the file that keeps results.
    public static String fileName(String sha256) {
        return "reperformance-" + sha256.substring(0, Math.min(DIGITS, sha256.length())) + ".json";
    }

    /// What is signed along.
    public static String standsFor(int differing) {
        return Numbers.count(differing, "run")
                + (differing == 1 ? " differs" : " differ")
                + ": the results say so, and you sign that too.";
    }

    /// What a test is called, short.
    public static String name(TestKind test) {
        return switch (test) {
            case CHAIN -> "Chain";
            case CLAIMS -> "Claims";
            case MODEL_OUTPUT -> "Model";
            case RULES -> "Rules";
            case VERDICT -> "Verdict";
            case ARTIFACTS -> "Artifacts";
            case HANDOFF_HEAD -> "Handoff";
            case APPROVALS -> "Approvals";
            case CLOCKS -> "Clocks";
        };
    }

    /// What a test compares, in a sentence.
    public static String meaning(TestKind test) {
        return switch (test) {
            case CHAIN -> "Hashes and links of the log.";
            case CLAIMS ->
                    "The claims against the evidence: how many are grounded. And whether the"
                            + " payload is the run's.";
            case MODEL_OUTPUT -> "The claims against the model's raw response.";
            case RULES -> "The deterministic rules.";
            case VERDICT -> "The gate's verdict, and what the log says of it.";
            case ARTIFACTS -> "Artifacts and steps against the log.";
            case HANDOFF_HEAD -> "The head that the handoff report names.";
            case APPROVALS -> "Approvals, their signatures, and who gave them.";
            case CLOCKS -> "The deadlines as first fixed against those of today.";
        };
    }

    /// What a test gave, in a word.
    public static String word(Comparison.Result result) {
        return switch (result) {
            case AGREES -> "Agrees";
            case DIFFERS -> "Differs";
            case NOT_COMPARED -> "No test";
        };
    }

    /// What a test gave, in a sentence.
    public static String sentence(Comparison comparison) {
        return switch (comparison.result()) {
            case AGREES -> "The result is the same as recorded.";
            case DIFFERS ->
                    comparison.differences().size() == 1
                            ? "One thing differs from what was recorded."
                            : Numbers.grouped(comparison.differences().size())
                                    + " things differ from what was recorded.";
            case NOT_COMPARED -> "Nothing was compared: " + why(comparison.why());
        };
    }

    private static String why(@Nullable String why) {
        return switch (why) {
            case null -> "there is nothing of the kind.";
            case "no_log" -> "there is no log.";
            case "no_records" -> "the log contains no record.";
            case "no_state" -> "there is no state.json.";
            case "state_unreadable" -> "state.json cannot be read.";
            case "chain_broken" -> "the chain is broken, so its records prove nothing.";
            case "nothing_recorded" -> "nothing of the kind was recorded.";
            case "no_artifacts_folder" -> "the folder of artifacts is not here.";
            case "not_signed" -> "nothing is signed.";
            case "partly_signed" -> "not all of it is signed.";
            case "unknown_workflow" -> "this workflow is not known here.";
            case "rules_failed" -> "rules that were added here could not be loaded, or failed.";
            case "no_clocks" -> "no clock was started.";
            case "other_policy" -> "the deadlines were fixed under another policy.";
            case "not_as_recorded" -> "the artifact it rests on is not the recorded one.";
            default -> why.replace('_', ' ') + ".";
        };
    }

    /// `Claims grounded, record 7`; a file's name as it is.
    public static String subject(Difference difference) {
        String subject =
                switch (difference.subject()) {
                    case "grounded" -> "Claims grounded";
                    case "ungrounded" -> "Claims not grounded";
                    case "abstentions" -> "Claims left open";
                    case String file when file.contains(".") || file.contains("/") ->
                            Foreign.visible(file);
                    case String key -> Foreign.visible(key).replace('_', ' ');
                };
        return difference.record() < 0
                ? subject
                : subject + ", record " + Numbers.grouped(difference.record());
    }

    /// What one side says.
    public static String side(@Nullable String text) {
        return text == null ? "nothing" : Foreign.visible(text);
    }

    /// `40 runs performed again, 3 differ`.
    public static String count(int performed, long differing) {
        String runs = Numbers.count(performed, "run") + " re-performed, ";
        return runs
                + (differing == 0
                        ? "none differs"
                        : Numbers.grouped(differing) + (differing == 1 ? " differs" : " differ"));
    }

    /// It was stopped before the last.
    public static String stopped(int performed, int total) {
        return Numbers.grouped((long) total - performed)
                + " of "
                + Numbers.count(total, "run")
                + " were not re-performed, and have no result.";
    }

    /// Some could not be.
    public static String unreadable(int runs) {
        return Numbers.count(runs, "run") + " could not be re-performed.";
    }

    /// `1,200 of 10,000 runs`.
    public static String progress(long done, long total) {
        return total == 0
                ? "Reading…"
                : Numbers.grouped(done) + " of " + Numbers.count(total, "run");
    }
}
