// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.workspace.SampleCoverage;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/// The sign-off of a month's sample, in words.
public final class SignOffText {
    /// What signing off means.
    public static final String INVITATION =
            "You sign with your key that the whole sample was observed. That ends the month's"
                    + " clock and cannot be taken back.";

    /// What it means without a key.
    public static final String WITHOUT_KEY =
            "Without a key you can leave an entry under the name of the session. It ends the clock"
                    + " as well, but no signature proves whose it is.";

    /// What a sign-off without a signature is.
    public static final String NOT_SIGNED = "None: an entry under the name of the session.";

    /// What is under way before anybody can sign.
    public static final String READING = "Reading the sample";

    /// That the draw still is one of this month's runs.
    public static final String SAME_RUNS = "The month has the runs that the sample was drawn from.";

    /// That the sample is another one by now.
    public static final String MOVED =
            "The sample is not as it was when you looked: look again, and sign then.";

    private SignOffText() {}

    /// What a sign-off lacks, to be read after `Signed off`; empty where its signature holds.
    ///
    /// @param verdict on its signature; null if it has none
    public static String lacks(@Nullable ActVerdict verdict) {
        if (verdict == null || verdict.signed() instanceof Judgement.Unchecked) {
            return ", unsigned";
        }
        if (verdict.holds()) {
            return "";
        }
        return verdict.signed() instanceof Judgement.Failed
                ? ", signature not valid"
                : verdict.trusted() instanceof Judgement.Failed
                        ? ", certificate not trusted"
                        : ", signer not allowed";
    }

    /// What is done, as a headline.
    public static String title(YearMonth month) {
        return "Sign off the sample of " + SamplesText.month(month);
    }

    /// That somebody has looked at all of it.
    public static String allObserved(SampleCoverage coverage) {
        int runs = coverage.rows().size();
        return runs == 0
                ? "There was nothing to observe in this month."
                : "The whole sample, "
                        + Numbers.count(runs, "run")
                        + ", was observed under valid signatures.";
    }

    /// What it stands for: nobody signs for runs that were not there yet.
    public static String covers(SampleCoverage coverage) {
        int runs = coverage.population().members().size();
        return "It covers the "
                + Numbers.count(runs, "run")
                + " of the month that "
                + (runs == 1 ? "is" : "are")
                + " here now. Any that start or arrive later are not in it.";
    }

    /// Why it cannot be.
    ///
    /// @param why as a clause or a sentence
    public static String refused(YearMonth month, String why) {
        return month + " cannot be signed off: " + why + (why.endsWith(".") ? "" : ".");
    }

    /// That it was done without a signature.
    public static String done(YearMonth month) {
        return SamplesText.month(month)
                + " was signed off without a signature, and the ledger says so.";
    }

    /// What observations lack that prove nothing; empty where there is none.
    public static String lacking(long runs) {
        return runs == 0
                ? ""
                : " "
                        + Numbers.grouped(runs)
                        + (runs == 1 ? " is" : " are")
                        + " not proven: a signature that holds would prove it.";
    }
}
