// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.text.LedgerText;
import dev.countersign.core.ledger.LedgerFault;
import dev.countersign.core.ledger.LedgerReport;

import java.util.List;

/// What verifying the ledger gave.
public sealed interface LedgerVerdict {
    /// Every hash and link is right.
    ///
    /// @param entries how many there are
    /// @param head hash of the last
    /// @param scope what that says about a cut end or a rebuilt chain, one sentence
    record Intact(long entries, String head, String scope) implements LedgerVerdict {}

    /// Something is wrong.
    ///
    /// @param entry the first that is wrong, from 0
    /// @param why one sentence
    record Broken(long entry, String why) implements LedgerVerdict {}

    /// Each entry is right, and still something speaks against the whole: it was longer once, or
    /// what keeps it append-only is gone.
    ///
    /// @param why one sentence
    record Doubted(String why) implements LedgerVerdict {}

    /// There is no entry.
    record Nothing() implements LedgerVerdict {}

    /// It was stopped.
    ///
    /// @param entries how many were read until then
    record Stopped(long entries) implements LedgerVerdict {}

    /// In words.
    static LedgerVerdict of(LedgerReport report) {
        List<String> sentences = LedgerText.sentences(report);
        LedgerFault first = report.first();
        String head = report.head();
        if (first != null) {
            return new Broken(first.position(), LedgerText.fault(first.kind()));
        }
        if (report.negative()) {
            return new Doubted(String.join(" ", sentences.subList(1, sentences.size())));
        }
        return head == null ? new Nothing() : new Intact(report.events(), head, sentences.get(1));
    }
}
