// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    /// Why nothing was performed again of a run that had not concluded anything.
    private static final String ENDED_EARLY = "ended_before_a_result";

    /// The tests of what a run concluded.
    private static final List<TestKind> CONCLUDED =
            List.of(TestKind.VERDICT, TestKind.RULES, TestKind.CLAIMS, TestKind.MODEL_OUTPUT);

    private static final List<String> RESULTS =
            List.of("claims", "abstentions", "findings", "violations", "gate", "review");

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

    /// Whether anything of what the run concluded was compared: whole hashes alone conclude
    /// nothing.
    public boolean compared() {
        for (TestKind test : CONCLUDED) {
            if (of(test).result() != Comparison.Result.NOT_COMPARED) {
                return true;
            }
        }
        return false;
    }

    /// Whether something that the run concluded was performed again, and nothing differs.
    public boolean agrees() {
        return compared() && !differs();
    }

    /// Whether anything differs.
    public boolean differs() {
        for (Comparison comparison : comparisons) {
            if (comparison.result() == Comparison.Result.DIFFERS) {
                return true;
            }
        }
        return false;
    }

    /// Why nothing of what the run concluded was performed again; null if something was.
    public @Nullable String silence() {
        if (compared()) {
            return null;
        }
        if (concludedNothing()) {
            return ENDED_EARLY;
        }
        for (TestKind test : CONCLUDED) {
            String why = of(test).why();
            if (why != null) {
                return why;
            }
        }
        return "nothing_recorded";
    }

    /// Whether the run left something that it concluded, or may have, and nothing of it was
    /// performed again.
    public boolean left() {
        String silence = silence();
        return silence != null && !silence.equals(ENDED_EARLY);
    }

    /// By an intact log it ended in or after its first step, and its checkpoint holds no result.
    private boolean concludedNothing() {
        JsonObject state = run.state();
        if (state == null || of(TestKind.CHAIN).result() != Comparison.Result.AGREES) {
            return false;
        }
        for (String key : RESULTS) {
            if (state.get(key) != null) {
                return false;
            }
        }
        Set<String> done = new HashSet<>();
        for (RunEvent event : run.events()) {
            String step = event.text("step");
            if (event.event().equals("run_completed")) {
                return false;
            }
            if (event.event().equals("step_result") && !"failed".equals(event.text("status"))) {
                done.add(step == null ? "" : step);
            }
        }
        return done.size() <= 1;
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
        return run.controlsBeyond(controls);
    }

    /// The results as they are kept and signed.
    public Results results() {
        return new RunDocument(this).results();
    }
}
