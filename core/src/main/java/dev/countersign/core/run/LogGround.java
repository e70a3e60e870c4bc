// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What may be said on the ground of a log: a disagreement always, a confirmation only if the chain
/// is intact.
///
/// @param missing why there is no log; null if there is one
/// @param chain what the verifier says of it; null without a log
/// @param tooLarge whether its records were not looked at
record LogGround(@Nullable Why missing, @Nullable ChainReport chain, boolean tooLarge) {
    /// Why the log says nothing at all; null if it says something.
    @Nullable Why silence() {
        if (missing != null || chain == null) {
            return missing == null ? Why.NO_LOG : missing;
        }
        return tooLarge ? Why.TOO_LARGE : chain.lines() == 0 ? Why.NO_RECORDS : null;
    }

    /// Whether every record is right.
    boolean intact() {
        return chain != null && chain.verdict() == Verdict.INTACT;
    }

    /// The check whose answer rests on the log.
    ///
    /// @param evidence what disagrees; empty if nothing does
    Check check(Kind kind, List<Evidence> evidence) {
        return check(kind, evidence, Why.DISAGREES);
    }

    /// The same, with another name for the disagreement.
    Check check(Kind kind, List<Evidence> evidence, Why disagreement) {
        Why silence = silence();
        if (silence != null) {
            return unchecked(kind, silence);
        }
        if (!evidence.isEmpty()) {
            return new Check(kind, Outcome.FAILED, disagreement, evidence);
        }
        return intact() ? holds(kind) : unchecked(kind, Why.CHAIN_BROKEN);
    }

    static Check holds(Kind kind) {
        return new Check(kind, Outcome.VERIFIED, Why.HOLDS, List.of());
    }

    static Check unchecked(Kind kind, Why why) {
        return new Check(kind, Outcome.NOT_CHECKED, why, List.of());
    }

    /// A check that rests on nothing but what was compared.
    static Check compared(Kind kind, List<Evidence> evidence) {
        return evidence.isEmpty()
                ? holds(kind)
                : new Check(kind, Outcome.FAILED, Why.DISAGREES, evidence);
    }
}
