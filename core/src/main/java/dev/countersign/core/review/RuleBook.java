// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/// The deterministic rules that can be applied here: ours, and those that a firm added ({@link
/// ControlRules}). What a firm added is loaded when it is first needed: a short command on a run of
/// ours never looks for it. May be used by several threads.
public final class RuleBook {
    private static final List<ControlRules> OURS =
            List.of(
                    new ChangeApprovalRules(),
                    new PersonalTradeRules(),
                    new IncidentRunbookRules());

    private final @Nullable ClassLoader loader;
    private @Nullable List<ControlRules> added;

    private RuleBook(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /// Ours alone: what the producer of our workflows applies.
    public static RuleBook ours() {
        return new RuleBook(null);
    }

    /// Ours and those that are installed beside us, on the module path or on the class path.
    public static RuleBook installed() {
        return installed(Objects.requireNonNull(RuleBook.class.getClassLoader()));
    }

    /// Ours and those that a class loader knows.
    public static RuleBook installed(ClassLoader loader) {
        return new RuleBook(loader);
    }

    /// What rules that stand beside the producer's give.
    ///
    /// @param rules name of their class
    /// @param results empty if nothing is wrong, or they failed
    /// @param failure why they gave nothing; null if they did not fail
    public record Additional(String rules, List<RuleResult> results, @Nullable String failure) {
        public Additional {
            results = List.copyOf(results);
        }
    }

    /// What the rules give that the producer of the workflow applies too, in its order.
    ///
    /// @return null if there are none here for this workflow, or a firm's own failed
    public @Nullable List<RuleResult> apply(String workflow, RuleCase about) {
        ControlRules rules = recorded(workflow);
        return rules == null ? null : result(rules, about).results;
    }

    /// What the rules give that stand beside those.
    public List<Additional> additional(String workflow, RuleCase about) {
        ControlRules recorded = recorded(workflow);
        List<Additional> all = new ArrayList<>();
        for (ControlRules rules : added()) {
            if (!rules.equals(recorded) && rules.workflow().equals(workflow)) {
                Result result = result(rules, about);
                all.add(
                        new Additional(
                                rules.getClass().getName(),
                                result.results == null ? List.of() : result.results,
                                result.failure));
            }
        }
        return List.copyOf(all);
    }

    /// The controls that the rules of a workflow test, ours first.
    public List<Control> controls(String workflow) {
        List<Control> controls = new ArrayList<>();
        for (ControlRules rules : all()) {
            if (rules.workflow().equals(workflow)) {
                controls.addAll(rules.controls());
            }
        }
        return List.copyOf(controls);
    }

    /// Every set of rules, ours first.
    public List<ControlRules> all() {
        List<ControlRules> all = new ArrayList<>(OURS);
        all.addAll(added());
        return List.copyOf(all);
    }

    /// What the rules gave, or why nothing.
    private record Result(@Nullable List<RuleResult> results, @Nullable String failure) {}

    /// A mistake in a firm's rules must not keep a run from being read.
    private static Result result(ControlRules rules, RuleCase about) {
        if (OURS.contains(rules)) {
            return new Result(rules.apply(about), null);
        }
        try {
            return new Result(List.copyOf(rules.apply(about)), null);
        } catch (RuntimeException e) {
            return new Result(null, e.toString());
        }
    }

    private @Nullable ControlRules recorded(String workflow) {
        ControlRules ours = first(OURS, workflow);
        return ours != null || workflow.isEmpty() ? ours : first(added(), workflow);
    }

    private static @Nullable ControlRules first(List<ControlRules> among, String workflow) {
        for (ControlRules rules : among) {
            if (rules.recorded() && rules.workflow().equals(workflow)) {
                return rules;
            }
        }
        return null;
    }

    private synchronized List<ControlRules> added() {
        List<ControlRules> known = added;
        if (known == null) {
            known = loader == null ? List.of() : load(loader);
            added = known;
        }
        return known;
    }

    /// In the order of their names, so that the order of a path changes nothing.
    private static List<ControlRules> load(ClassLoader loader) {
        List<ControlRules> found = new ArrayList<>();
        ServiceLoader.load(ControlRules.class, loader).forEach(found::add);
        found.sort((a, b) -> a.getClass().getName().compareTo(b.getClass().getName()));
        return List.copyOf(found);
    }
}
