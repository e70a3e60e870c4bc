// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The deterministic rules that can be applied here: ours, and those that a firm added ({@link
/// ControlRules}). What a firm added is loaded when it is first needed: a short command on a run of
/// ours never looks for it. May be used by several threads.
public final class RuleBook {
    private static final List<ControlRules> OURS =
            List.of(
                    new ChangeApprovalRules(),
                    new PersonalTradeRules(),
                    new IncidentRunbookRules());

    private static final String UNAPPLIED = "were not applied: the run's payload is not known";

    private final @Nullable ClassLoader loader;
    private FirmRules.@Nullable Loaded added;

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
    /// @param rules name of their class, as far as it is known
    /// @param results empty if nothing is wrong, or they failed
    /// @param failure why they gave nothing, as the end of a sentence that begins with their name;
    ///   null if they did not fail
    public record Additional(String rules, List<RuleResult> results, @Nullable String failure) {
        public Additional {
            results = List.copyOf(results);
        }
    }

    /// What the rules give that the producer of a workflow applies too.
    ///
    /// @param results in its order; null if there are none here for this workflow, or they failed
    /// @param failed rules that gave nothing, and may be those; empty if there are results
    public record Applied(@Nullable List<RuleResult> results, List<Additional> failed) {
        public Applied {
            results = results == null ? null : List.copyOf(results);
            failed = List.copyOf(failed);
        }
    }

    /// What the rules give that the producer of the workflow applies too, in its order.
    ///
    /// @return null if there are none here for this workflow, or a firm's own failed
    public @Nullable List<RuleResult> apply(String workflow, RuleCase about) {
        return perform(workflow, about).results();
    }

    /// The same, with what failed.
    public Applied perform(String workflow, RuleCase about) {
        ControlRules ours = first(OURS, workflow);
        if (ours != null || workflow.isEmpty()) {
            return new Applied(ours == null ? null : ours.apply(about), List.of());
        }
        FirmRules theirs = first(added().rules(), workflow);
        if (theirs == null) {
            return new Applied(null, added().failed());
        }
        Additional done = theirs.performed(about);
        return done.failure() == null
                ? new Applied(done.results(), List.of())
                : new Applied(null, List.of(done));
    }

    /// What the rules give that stand beside those, and which gave nothing at all.
    public List<Additional> additional(String workflow, RuleCase about) {
        boolean ours = first(OURS, workflow) != null;
        FirmRules recorded = ours ? null : first(added().rules(), workflow);
        List<Additional> all = new ArrayList<>(added().failed());
        for (FirmRules rules : added().rules()) {
            if (rules.workflow().equals(workflow)) {
                Additional done = rules.performed(about);
                if (rules != recorded || done.failure() != null) {
                    all.add(done);
                }
            }
        }
        return List.copyOf(all);
    }

    /// The same of a run whose payload nobody knows: they have nothing to look at, and that is said
    /// of each.
    public List<Additional> unapplied(String workflow) {
        boolean ours = first(OURS, workflow) != null;
        FirmRules recorded = ours ? null : first(added().rules(), workflow);
        List<Additional> all = new ArrayList<>(added().failed());
        for (FirmRules rules : added().rules()) {
            if (rules.workflow().equals(workflow) && rules != recorded) {
                all.add(new Additional(rules.name(), List.of(), UNAPPLIED));
            }
        }
        return List.copyOf(all);
    }

    /// The controls that the rules of a workflow test, ours first.
    public List<Control> controls(String workflow) {
        List<ControlRules> all = new ArrayList<>(OURS);
        all.addAll(added().rules());
        return all.stream()
                .filter(rules -> rules.workflow().equals(workflow))
                .flatMap(rules -> rules.controls().stream())
                .toList();
    }

    private static <T extends ControlRules> @Nullable T first(List<T> among, String workflow) {
        for (T rules : among) {
            if (rules.recorded() && rules.workflow().equals(workflow)) {
                return rules;
            }
        }
        return null;
    }

    private synchronized FirmRules.Loaded added() {
        FirmRules.Loaded known = added;
        if (known == null) {
            known = loader == null ? FirmRules.Loaded.NOTHING : FirmRules.by(loader);
            added = known;
        }
        return known;
    }
}
