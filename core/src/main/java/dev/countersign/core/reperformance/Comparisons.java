// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Sorts what the checks of a run say into tests: pure.
final class Comparisons {
    /// A late end and a clock that was put back are no differences; trust and outside checkpoints
    /// are no inputs.
    private static final Set<Kind> ELSEWHERE =
            EnumSet.of(
                    Kind.CHECKPOINT,
                    Kind.CERTIFICATES,
                    Kind.IDENTITIES,
                    Kind.TIME_ORDER,
                    Kind.CLOCKS);

    private final Map<TestKind, List<Difference>> differences = new EnumMap<>(TestKind.class);
    private final Set<TestKind> compared = EnumSet.noneOf(TestKind.class);
    private final Map<TestKind, String> silent = new EnumMap<>(TestKind.class);

    /// Tests of which the point could not be compared, whatever else of them could.
    private final Map<TestKind, String> unanswered = new EnumMap<>(TestKind.class);

    private Comparisons() {}

    /// @param fixed the clocks as first fixed; null where nobody keeps them
    static List<Comparison> of(RunSnapshot run, @Nullable List<RunClock> fixed) {
        Comparisons comparisons = new Comparisons();
        for (Check check : run.channels().checks()) {
            if (!ELSEWHERE.contains(check.kind())) {
                comparisons.take(check);
            }
        }
        if (run.gate() != null && run.recordedGate() != null) {
            comparisons.compared.addAll(EnumSet.of(TestKind.CLAIMS, TestKind.VERDICT));
        }
        comparisons.clocks(run.clocks(), fixed);
        List<Comparison> all = new ArrayList<>();
        for (TestKind test : TestKind.values()) {
            all.add(comparisons.comparison(test));
        }
        return List.copyOf(all);
    }

    private Comparison comparison(TestKind test) {
        List<Difference> found = differences.getOrDefault(test, List.of());
        if (!found.isEmpty()) {
            return new Comparison(test, Comparison.Result.DIFFERS, null, found);
        }
        String unknown = unanswered.get(test);
        if (unknown != null) {
            return new Comparison(test, Comparison.Result.NOT_COMPARED, unknown, List.of());
        }
        return compared.contains(test)
                ? new Comparison(test, Comparison.Result.AGREES, null, List.of())
                : new Comparison(test, Comparison.Result.NOT_COMPARED, silent.get(test), List.of());
    }

    private void take(Check check) {
        if (check.stateUnread()) {
            silent(check);
            return;
        }
        switch (check.outcome()) {
            case FAILED -> check.evidence().forEach(evidence -> differs(check.kind(), evidence));
            case VERIFIED -> compared(check.kind());
            case NOT_CHECKED -> silent(check);
        }
        if (check.outcome() == Outcome.FAILED && check.evidence().isEmpty()) {
            differs(check.kind(), new Evidence(word(check.kind()), -1, null, null));
        }
    }

    /// Whoever does not vouch for a channel does not vouch for a test, with two exceptions.
    private void compared(Kind kind) {
        if (kind.vouches() || kind == Kind.HANDOFF_HEAD || kind == Kind.STATE_APPROVALS) {
            compared.add(TestKind.of(kind, ""));
        }
    }

    private void silent(Check check) {
        String why = check.why().name().toLowerCase(Locale.ROOT);
        if (check.why() == Check.Why.NO_AUTHOR) {
            unanswered.put(TestKind.of(check.kind(), ""), why);
        }
        if (check.kind() == Kind.GATE) {
            silent.putIfAbsent(TestKind.CLAIMS, why);
        }
        silent.putIfAbsent(TestKind.of(check.kind(), ""), why);
    }

    private void differs(Kind kind, Evidence evidence) {
        // expected is what the log says, and found what was computed of the file or the payload
        boolean computed = kind == Kind.ARTIFACT_FILES || kind == Kind.PAYLOAD_ID;
        TestKind test = TestKind.of(kind, evidence.subject());
        differences
                .computeIfAbsent(test, _ -> new ArrayList<>())
                .add(
                        new Difference(
                                test,
                                evidence.subject(),
                                evidence.record(),
                                computed ? evidence.expected() : evidence.found(),
                                computed ? evidence.found() : evidence.expected()));
    }

    /// Deadlines that were fixed under another policy are not those of this one.
    private void clocks(List<RunClock> today, @Nullable List<RunClock> fixed) {
        if (fixed == null || today.isEmpty()) {
            silent.put(TestKind.CLOCKS, today.isEmpty() ? "no_clocks" : "nothing_recorded");
            return;
        }
        silent.put(TestKind.CLOCKS, "other_policy");
        for (RunClock clock : today) {
            for (RunClock first : fixed) {
                boolean same =
                        first.kind() == clock.kind()
                                && first.cycle().hash().equals(clock.cycle().hash())
                                && first.policyVersion().equals(clock.policyVersion());
                if (same && first.due().equals(clock.due())) {
                    compared.add(TestKind.CLOCKS);
                } else if (same) {
                    differences
                            .computeIfAbsent(TestKind.CLOCKS, _ -> new ArrayList<>())
                            .add(
                                    new Difference(
                                            TestKind.CLOCKS,
                                            clock.kind().word(),
                                            clock.cycle().record(),
                                            first.due().toString(),
                                            clock.due().toString()));
                }
            }
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
