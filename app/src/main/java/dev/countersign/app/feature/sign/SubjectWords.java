// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.text.ActText;
import dev.countersign.app.text.DisposalText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.MatrixText;
import dev.countersign.app.text.SamplesText;
import dev.countersign.app.text.SignOffText;
import dev.countersign.app.text.SignText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.signing.Act;

/// What the sheet says otherwise of a run than of a finding.
final class SubjectWords {
    private static final int LONGEST = 200;

    private SubjectWords() {}

    /// What it is about, in a line; empty if nothing says.
    static String line(SignSubject subject) {
        return Foreign.cut(
                Foreign.visible(
                        switch (subject) {
                            case SignSubject.OfRun about -> about.run().subject();
                            case SignSubject.OfFinding about -> about.sentence();
                            case SignSubject.OfResults about ->
                                    MatrixText.count(
                                            about.results().rows().size(),
                                            about.results().differing());
                            case SignSubject.OfSample about ->
                                    SamplesText.coverage(about.coverage());
                        }),
                LONGEST);
    }

    /// What is done, as a headline.
    static String title(SignSubject subject, Act act) {
        return switch (subject) {
            case SignSubject.OfRun _, SignSubject.OfFinding _ -> SignText.title(act);
            case SignSubject.OfSample about ->
                    SignOffText.title(about.coverage().population().period());
            case SignSubject.OfResults _ -> MatrixText.SIGN;
        };
    }

    /// What the signature means.
    static String meaning(SignSubject subject, Act act) {
        return switch (subject) {
            case SignSubject.OfRun _, SignSubject.OfSample _ -> SignText.meaning(act);
            case SignSubject.OfFinding _ -> DisposalText.MEANING;
            case SignSubject.OfResults _ -> MatrixText.MEANING;
        };
    }

    /// How it ended.
    static String done(SignSubject subject, Act act, boolean held) {
        return switch (subject) {
            case SignSubject.OfRun _ -> held ? SignText.done(act) : SignText.NOT_VERIFIED;
            case SignSubject.OfFinding _ -> held ? DisposalText.DONE : DisposalText.NOT_VERIFIED;
            case SignSubject.OfResults _ -> held ? MatrixText.SIGNED : DisposalText.NOT_VERIFIED;
            case SignSubject.OfSample _ -> held ? SignText.done(act) : DisposalText.NOT_VERIFIED;
        };
    }

    /// That it was read again where it now is.
    static String verified(SignSubject subject, ActVerdict act) {
        return switch (subject) {
            case SignSubject.OfRun _ -> ActText.verified(act);
            case SignSubject.InLedger _ -> DisposalText.verified(act);
        };
    }

    /// What can be done without a time-stamp.
    static String unstamped(SignSubject subject) {
        return switch (subject) {
            case SignSubject.OfRun _ -> SignText.UNSTAMPED;
            case SignSubject.InLedger _ -> DisposalText.UNSTAMPED;
        };
    }

    /// What the hash of the new record is called.
    static String after(SignSubject subject) {
        return switch (subject) {
            case SignSubject.OfRun _ -> "New head";
            case SignSubject.InLedger _ -> "Entry";
        };
    }
}
