// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.PeriodClock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found, as of an instant: the same files, policy and instant give the same list
/// anywhere. What no record dates is what the files are now, whenever somebody looks: if it was
/// first seen after the instant, it is told as found then.
final class FindingList {
    private FindingList() {}

    /// @param raised what was raised, by whatever time
    /// @param seen the runs, for their deadlines
    static List<Finding> at(Instant at, List<Finding> raised, SeenRuns seen) {
        Map<String, Finding> byId = new LinkedHashMap<>();
        raised.stream()
                .filter(finding -> known(finding, at))
                .forEach(finding -> byId.putIfAbsent(finding.id(), finding.asOf(at)));
        List<PeriodClock> periods = seen.populations().at(at, seen.runs(), seen.policy());
        Breaches.of(seen.answered(), periods, at)
                .forEach(finding -> byId.putIfAbsent(finding.id(), finding));
        Patterns.in(List.copyOf(byId.values()), seen.policy())
                .forEach(finding -> byId.putIfAbsent(finding.id(), finding));
        return byId.values().stream().sorted(Finding.ORDER).toList();
    }

    private static boolean known(Finding finding, Instant at) {
        return !dated(finding.kind()) || !finding.at().isAfter(at);
    }

    /// Whether a record, or a deadline, says when it came to be. Anything else is known from when
    /// it was first seen, and was not otherwise before.
    private static boolean dated(FindingKind kind) {
        return switch (kind) {
            case RUN_BLOCKED, RUN_FAILED, EXCEPTION, REPEATED_BLOCKS -> true;
            case CHAIN_BROKEN,
                    SIGNATURE_FAILED,
                    IDENTITY_NOT_ALLOWED,
                    CERTIFICATE_NOT_TRUSTED,
                    HISTORY_REWRITTEN,
                    HISTORY_FORKED,
                    LOG_SHORTENED,
                    WITNESS_DISAGREES,
                    GATE_BYPASSED,
                    REJECTION_LETS_GO_ON,
                    HANDOFF_DIFFERS,
                    GATE_DISAGREES,
                    CLAIMS_DIFFER,
                    RULES_DISAGREE,
                    CONCLUSION_DIFFERS,
                    SEGREGATION_VIOLATED,
                    APPROVAL_DECIDES_NOTHING,
                    ARTIFACT_DIFFERS,
                    ARTIFACT_MISSING,
                    ARTIFACT_UNRECORDED,
                    IDENTITY_DIFFERS,
                    STATE_DIFFERS,
                    TIME_BACKWARDS,
                    TIME_UNREADABLE,
                    LOG_MISSING,
                    RUN_TOO_LARGE,
                    RUN_VANISHED ->
                    false;
            case BREACHED_OPERATOR_REVIEW,
                    BREACHED_APPROVAL,
                    BREACHED_RETROACTIVE_APPROVAL,
                    BREACHED_OBSERVATION,
                    BREACHED_POPULATION ->
                    true;
        };
    }
}
