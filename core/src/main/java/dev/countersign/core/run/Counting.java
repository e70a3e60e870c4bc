// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.policy.Identity;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which acts of humans in a log count: end a clock, and say where the run stands (FORMATS 1 and 4,
/// CLOCKS).
///
/// A decision, a review and an observation count as they are recorded, since producers do not sign;
/// but not one that decides nothing, one by nobody or by the author, or one under a signature that
/// is not right. Whatever else people do (a disposition lets a run leave the queue) counts only if
/// it is signed and the signature holds.
///
/// @param records of the acts that count, 0-based
/// @param proven those of them under a signature that holds
record Counting(Set<Long> records, Set<Long> proven) {
    Counting {
        records = Set.copyOf(records);
        proven = Set.copyOf(proven);
    }

    /// @param acts what is said of each act in the log
    /// @param author null if nothing says
    static Counting of(Logged log, List<ActVerdict> acts, @Nullable String author) {
        if (acts.isEmpty()) {
            return new Counting(Set.of(), Set.of());
        }
        Map<Long, Approval> decisions = new HashMap<>();
        for (Approval decision : log.decisions) {
            decisions.put(decision.record(), decision);
        }
        Set<Long> records = new HashSet<>();
        Set<Long> proven = new HashSet<>();
        for (ActVerdict act : acts) {
            Approval decision = decisions.get(act.record());
            boolean counts =
                    asRecorded(act)
                            ? (decision == null || decision.decides()) && recorded(act, author)
                            : act.holds();
            if (counts) {
                records.add(act.record());
            }
            if (counts && act.holds()) {
                proven.add(act.record());
            }
        }
        return new Counting(records, proven);
    }

    private static boolean asRecorded(ActVerdict act) {
        return act.kind().decides()
                || act.kind() == ActKind.REVIEW
                || act.kind() == ActKind.OBSERVATION;
    }

    /// Whether an act that needs no signature counts: by somebody, not the author, and not forged.
    static boolean recorded(ActVerdict act, @Nullable String author) {
        return !act.person().isBlank() && !Identity.same(act.person(), author) && !act.forged();
    }

    boolean counts(RunEvent act) {
        return records.contains(act.record());
    }

    /// Whether a review is heard: a yes has to be proven, since it may take back a no; a no is
    /// heard from anybody.
    boolean hears(RunEvent review) {
        return proven.contains(review.record()) || Persons.saysNo(Logged.said(review, "decision"));
    }

    /// The last review in a log that is heard; null if none is.
    @Nullable RunEvent review(Logged log) {
        if (log.review == null || hears(log.review)) {
            return log.review;
        }
        RunEvent last = null;
        for (RunEvent event : log.events) {
            if (event.event().equals("review_recorded") && hears(event)) {
                last = event;
            }
        }
        return last;
    }
}
