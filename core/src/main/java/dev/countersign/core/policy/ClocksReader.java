// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.policy.Place.Members;
import dev.countersign.core.policy.PolicyProblem.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads `clocks` and `escalations` of a policy.
final class ClocksReader {
    /// Severities run from 1 to this.
    static final int SEVERITIES = 4;

    /// A target of more than a year is none.
    private static final int MAX_HOURS = 366 * 24;

    private static final int MAX_DAYS = 366;
    private static final int MAX_ROLES = 20;
    private static final Target STAND_IN = new Target.NextPeriod();

    private ClocksReader() {}

    static Map<ClockKind, ClockRule> clocks(Place place) {
        Set<String> words = new TreeSet<>();
        for (ClockKind kind : ClockKind.values()) {
            words.add(kind.word());
        }
        Members members = place.members(words, Set.of());
        Map<ClockKind, ClockRule> clocks = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            Place rule = members.get(kind.word());
            if (rule != null) {
                clocks.put(kind, clock(kind, rule));
            }
        }
        return clocks;
    }

    private static ClockRule clock(ClockKind kind, Place place) {
        Members members =
                place.members(
                        Set.of(
                                "role",
                                "standard",
                                "emergency",
                                "escalate_to",
                                "severity",
                                "block_severity"),
                        Set.of());
        return new ClockRule(
                kind,
                members.words("role"),
                members.read("standard", STAND_IN, ClocksReader::target),
                members.read("emergency", STAND_IN, ClocksReader::target),
                members.words("escalate_to"),
                members.integer("severity", 1, SEVERITIES),
                members.integer("block_severity", 1, SEVERITIES));
    }

    /// A target is an object with one member: its unit, and how many.
    private static Target target(Place place) {
        Members members = place.members(Set.of(), TargetUnit.words());
        if (members.places().size() == 1) {
            var only = members.places().entrySet().iterator().next();
            return target(TargetUnit.of(only.getKey()), only.getValue());
        }
        boolean unitIsUnknown = members.places().isEmpty() && !place.hasNothing();
        if (place.kind() == JsonKind.OBJECT && !unitIsUnknown) {
            place.problem(Kind.BAD_VALUE, "exactly one unit");
        }
        return STAND_IN;
    }

    private static Target target(TargetUnit unit, Place amount) {
        return switch (unit) {
            case BUSINESS_HOURS -> new Target.BusinessHours(hours(amount));
            case BUSINESS_MINUTES -> new Target.BusinessHours(minutes(amount));
            case BUSINESS_DAYS -> new Target.BusinessDays(amount.integer(1, MAX_DAYS));
            case END_OF_BUSINESS_DAY -> new Target.EndOfBusinessDay(amount.integer(1, MAX_DAYS));
            case ELAPSED_HOURS -> new Target.Elapsed(hours(amount));
            case ELAPSED_MINUTES -> new Target.Elapsed(minutes(amount));
            case ELAPSED_HOURS_TO_OPEN_DAY -> new Target.ElapsedToOpenDay(hours(amount));
            case NEXT_PERIOD -> {
                if (!amount.yesOrNo()) {
                    amount.problem(Kind.BAD_VALUE, "true");
                }
                yield STAND_IN;
            }
        };
    }

    private static Duration hours(Place amount) {
        return Duration.ofHours(amount.integer(1, MAX_HOURS));
    }

    private static Duration minutes(Place amount) {
        return Duration.ofMinutes(amount.integer(1, MAX_HOURS * 60));
    }

    static Map<Integer, Policy.Escalation> escalations(Place place) {
        Set<String> words = new TreeSet<>();
        for (int severity = 1; severity <= SEVERITIES; severity++) {
            words.add("SEV-" + severity);
        }
        Members members = place.members(words, Set.of());
        Map<Integer, Policy.Escalation> escalations = new HashMap<>();
        for (int severity = 1; severity <= SEVERITIES; severity++) {
            Place escalation = members.get("SEV-" + severity);
            if (escalation != null) {
                escalations.put(severity, escalation(escalation));
            }
        }
        return escalations;
    }

    private static Policy.Escalation escalation(Place place) {
        Members members = place.members(Set.of("to", "when"), Set.of());
        List<String> to = members.read("to", List.of(), ClocksReader::roles);
        return new Policy.Escalation(to, members.words("when"));
    }

    /// A list of roles, at least one.
    static List<String> roles(Place place) {
        List<String> roles = new ArrayList<>();
        for (Place role : place.elements(MAX_ROLES)) {
            roles.add(role.words());
        }
        if (roles.isEmpty() && place.kind() == JsonKind.ARRAY) {
            place.problem(Kind.BAD_VALUE, "at least one role");
        }
        return roles;
    }
}
