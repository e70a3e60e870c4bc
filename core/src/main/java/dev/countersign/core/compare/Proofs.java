// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordMarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// Looks in the other copy for the records that a log names and does not have.
final class Proofs {
    private Proofs() {}

    /// @param here whether the log with the gaps is this one
    static List<Proof> of(boolean here, Side gaps, Side other, Alignment alignment) {
        IntUnaryOperator partner = here ? alignment::partner : alignment::partnerThere;
        IntUnaryOperator back = here ? alignment::partnerThere : alignment::partner;
        Map<Long, List<Integer>> asked = new HashMap<>();
        for (Fault fault : gaps.report().faults()) {
            String absent = fault.stored();
            if (fault.category() == FaultCategory.RECORD_MISSING
                    && absent != null
                    && fault.record() > 0) {
                asked.computeIfAbsent(RecordMarks.mark(absent), key -> new ArrayList<>())
                        .add((int) fault.record());
            }
        }
        List<Proof> proofs = new ArrayList<>();
        if (asked.isEmpty()) {
            return proofs;
        }
        Set<Long> doubtful = new HashSet<>();
        other.report().faults().forEach(fault -> doubtful.add(fault.record()));
        for (int k = 0; k < other.marks().size(); k++) {
            List<Integer> found = asked.get(other.marks().hash(k));
            if (found != null && !doubtful.contains((long) k)) {
                for (int gap : found) {
                    add(proofs, here, gap, k, partner, back);
                }
            }
        }
        return proofs;
    }

    private static void add(
            List<Proof> proofs,
            boolean here,
            int gap,
            int original,
            IntUnaryOperator partner,
            IntUnaryOperator back) {
        int before = partner.applyAsInt(gap - 1);
        if (before == original) {
            proofs.add(new Proof(here, gap, Proof.Kind.REWRITTEN, gap - 1, original));
        } else if (before != Alignment.NOBODY
                && before < original
                && back.applyAsInt(original) == Alignment.NOBODY) {
            proofs.add(new Proof(here, gap, Proof.Kind.MISSING, before + 1, original));
        }
    }
}
