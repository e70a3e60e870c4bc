// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/// Rules that a firm added. What they say of themselves is asked once, when they are loaded; and
/// whatever they throw is a result, because no mistake in them may keep a run from being read, nor
/// go unsaid.
final class FirmRules implements ControlRules {
    /// A loader that only ever fails is not asked for ever.
    private static final int MOST_FAILURES = 100;

    /// Causes may name each other in a circle.
    private static final int DEEPEST = 16;

    private final ControlRules rules;
    private final String workflow;
    private final boolean recorded;
    private final List<Control> controls;

    private FirmRules(ControlRules rules) {
        this.rules = rules;
        workflow = Objects.requireNonNull(rules.workflow(), "workflow");
        recorded = rules.recorded();
        controls = List.copyOf(rules.controls());
    }

    /// What a class loader gave.
    ///
    /// @param rules in the order of their names, so that the order of a path changes nothing
    /// @param failed what could not be loaded
    record Loaded(List<FirmRules> rules, List<RuleBook.Additional> failed) {
        static final Loaded NOTHING = new Loaded(List.of(), List.of());

        Loaded {
            rules = List.copyOf(rules);
            failed = failed.stream().distinct().toList();
        }
    }

    static Loaded by(ClassLoader loader) {
        List<FirmRules> found = new ArrayList<>();
        List<RuleBook.Additional> failed = new ArrayList<>();
        Iterator<ServiceLoader.Provider<ControlRules>> jars =
                ServiceLoader.load(ControlRules.class, loader).stream().iterator();
        boolean more = true;
        for (int failures = 0; more && failures < MOST_FAILURES; ) {
            String name = "an added jar";
            try {
                more = jars.hasNext();
                if (more) {
                    ServiceLoader.Provider<ControlRules> jar = jars.next();
                    name = jar.type().getName();
                    found.add(new FirmRules(jar.get()));
                }
            } catch (Exception | Error e) {
                failed.add(failed(name, "could not be loaded", e));
                failures++;
            }
        }
        found.sort(Comparator.comparing(FirmRules::name));
        return new Loaded(found, failed);
    }

    /// What they give, or why they give nothing.
    RuleBook.Additional performed(RuleCase about) {
        try {
            return new RuleBook.Additional(name(), apply(about), null);
        } catch (Exception | Error e) {
            return failed(name(), "failed", e);
        }
    }

    private static RuleBook.Additional failed(String name, String how, Throwable e) {
        if (e instanceof OutOfMemoryError exhausted) {
            throw exhausted; // whoever used it up
        }
        Throwable root = e.getCause();
        for (int deep = 0; root != null && root.getCause() != null && deep < DEEPEST; deep++) {
            root = root.getCause();
        }
        String said = root == null ? e.toString() : e + " (" + root + ")";
        return new RuleBook.Additional(name, List.of(), how + ": " + said);
    }

    /// Of their class.
    String name() {
        return rules.getClass().getName();
    }

    @Override
    public String workflow() {
        return workflow;
    }

    @Override
    public boolean recorded() {
        return recorded;
    }

    @Override
    public List<Control> controls() {
        return controls;
    }

    @Override
    public List<RuleResult> apply(RuleCase about) {
        return List.copyOf(rules.apply(about));
    }
}
