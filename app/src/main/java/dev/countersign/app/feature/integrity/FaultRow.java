// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.text.CategoryText;
import dev.countersign.app.text.EvidenceText;
import dev.countersign.app.text.FaultText;
import dev.countersign.core.chain.Fault;

/// A fault as a row shows it. Its words are made when a row is seen, not before.
///
/// @param fault the evidence
public record FaultRow(Fault fault) {
    /// 0-based.
    public long record() {
        return fault.record();
    }

    /// 1-based.
    public long line() {
        return fault.line();
    }

    /// The diagnosis in a word or two.
    public String word() {
        return CategoryText.word(fault);
    }

    /// What speaks for it, in a few words.
    public String evidence() {
        return EvidenceText.brief(fault);
    }

    /// The diagnosis in a sentence.
    public String sentence() {
        return FaultText.sentence(fault);
    }
}
