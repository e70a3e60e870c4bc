// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import java.util.List;

/// What is to be said of one aspect. Silence is not among it.
public sealed interface Judgement {
    /// It was looked at, and it holds.
    record Held() implements Judgement {}

    /// It was looked at, and it does not hold.
    ///
    /// @param reasons all of them, at least one
    record Failed(List<Reason> reasons) implements Judgement {
        public Failed {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("nothing fails without a reason");
            }
        }
    }

    /// It was not looked at.
    ///
    /// @param reason why not
    record Unchecked(Reason reason) implements Judgement {}

    /// The judgement of what was looked at.
    ///
    /// @param reasons what speaks against it
    static Judgement of(List<Reason> reasons) {
        return reasons.isEmpty() ? new Held() : new Failed(reasons);
    }

    /// Not looked at.
    static Judgement unchecked(String word, String sentence) {
        return new Unchecked(new Reason(word, sentence));
    }
}
