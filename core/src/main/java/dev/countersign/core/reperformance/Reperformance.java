// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// One run, performed again. Trust in certificates is no part of it: it depends on anchors and on
/// the day.
///
/// @param run as it was read
/// @param basis tool and policy
/// @param inputs the files that it rests on, by name
/// @param comparisons one for each {@link TestKind}, in their order
/// @param controls the register of its workflow
/// @param additional what rules gave that the producer does not apply: never a difference
public record Reperformance(
        RunSnapshot run,
        Basis basis,
        List<Input> inputs,
        List<Comparison> comparisons,
        List<Control> controls,
        List<RuleBook.Additional> additional) {
    public Reperformance {
        inputs = List.copyOf(inputs);
        comparisons = List.copyOf(comparisons);
        controls = List.copyOf(controls);
        additional = List.copyOf(additional);
    }

    /// What a test gave.
    public Comparison of(TestKind test) {
        return comparisons.get(test.ordinal());
    }

    /// Whether anything was compared at all.
    public boolean compared() {
        return comparisons.stream().anyMatch(c -> c.agreement() != Agreement.NOT_COMPARED);
    }

    /// Whether nothing differs; says little if nothing was compared.
    public boolean agrees() {
        for (Comparison comparison : comparisons) {
            if (comparison.agreement() == Agreement.DIFFERS) {
                return false;
            }
        }
        return true;
    }

    /// Everything that differs.
    public List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        comparisons.forEach(comparison -> all.addAll(comparison.differences()));
        return List.copyOf(all);
    }

    /// Controls that the run's claims, abstentions or findings name, and that the register of its
    /// workflow does not have: nobody said there what they ask for.
    public List<String> unregistered() {
        SortedSet<String> named = new TreeSet<>();
        if (run.state() != null) {
            ClaimReader.claims(run.state()).forEach(claim -> named.add(claim.control()));
            ClaimReader.abstentions(run.state()).forEach(one -> named.add(one.control()));
        }
        run.findings().forEach(finding -> named.add(finding.control()));
        controls.forEach(control -> named.remove(control.id()));
        named.remove("");
        return List.copyOf(named);
    }

    /// The results as they are kept and signed.
    public Results results() {
        return new RunDocument(this).results();
    }
}
