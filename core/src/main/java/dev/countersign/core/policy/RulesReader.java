// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.Place.Members;
import dev.countersign.core.policy.PolicyProblem.Kind;
import dev.countersign.core.policy.References.Window;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads `steps`, `identities` and `references` of a policy.
final class RulesReader {
    private static final int MAX_STEPS = 1_000;
    private static final int MAX_IDENTITIES = 10_000;
    private static final int MAX_REFERENCES = 20_000;

    private RulesReader() {}

    static List<StepRule> steps(Place place) {
        List<StepRule> steps = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Place element : place.elements(MAX_STEPS)) {
            Members members =
                    element.members(Set.of("workflow", "step", "kind", "role"), Set.of("key"));
            var rule =
                    new StepRule(
                            members.words("workflow"),
                            members.words("step"),
                            members.read("kind", StepRule.Kind.WORK, RulesReader::kind),
                            members.read("key", "", p -> p.words(true)),
                            members.read("role", "", p -> p.words(true)));
            if (!seen.add(List.of(rule.workflow(), rule.step()))) {
                element.problem(Kind.DUPLICATE, "one rule for a step");
            } else if (seen.contains(List.of(rule.workflow(), "*")) && !rule.step().equals("*")) {
                element.problem(Kind.BAD_VALUE, "the step before the * of its workflow");
            }
            if (members.places().containsKey("kind")
                    && (rule.kind() == StepRule.Kind.APPROVAL) == rule.key().isEmpty()) {
                element.problem(
                        Kind.BAD_VALUE, "a key where an approval is waited for, only there");
            }
            if (hasBrace(rule.key().replace(StepRule.STEP, ""))) {
                element.problem(Kind.BAD_VALUE, "a key whose only braces are those of {step}");
            }
            steps.add(rule);
        }
        return steps;
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    private static StepRule.Kind kind(Place place) {
        StepRule.Kind kind =
                place.parsed(
                        "approval, review, gate, exceptions or work",
                        word -> {
                            for (StepRule.Kind each : StepRule.Kind.values()) {
                                if (word(each).equals(word)) {
                                    return each;
                                }
                            }
                            return null;
                        });
        return kind == null ? StepRule.Kind.WORK : kind;
    }

    static String word(StepRule.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable List<Identity> identities(Place place) {
        if (place.isNull()) {
            return null;
        }
        List<Identity> identities = new ArrayList<>();
        // as segregation of duties compares them (Identity.same)
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Place element : place.elements(MAX_IDENTITIES)) {
            Members members = element.members(Set.of("id", "name", "roles"), Set.of());
            String id = members.words("id");
            Place at = members.get("id");
            if (at != null && !seen.add(id.strip())) {
                at.problem(Kind.DUPLICATE, "an id that differs by more than case");
            }
            List<String> roles = members.read("roles", List.of(), ClocksReader::roles);
            identities.add(new Identity(id, members.words("name"), roles));
        }
        return identities;
    }

    static References references(Place place) {
        Members members = place.members(Set.of("blackouts", "covered_accounts"), Set.of());
        Map<String, List<Window>> blackouts = new LinkedHashMap<>();
        Set<String> accounts = new LinkedHashSet<>();
        for (Place window : elements(members.get("blackouts"))) {
            blackout(window, blackouts);
        }
        for (Place account : elements(members.get("covered_accounts"))) {
            if (!accounts.add(account.words())) {
                account.problem(Kind.DUPLICATE, "");
            }
        }
        return new References(blackouts, accounts);
    }

    private static List<Place> elements(@Nullable Place place) {
        return place == null ? List.of() : place.elements(MAX_REFERENCES);
    }

    private static void blackout(Place place, Map<String, List<Window>> blackouts) {
        Members members = place.members(Set.of("symbol", "from", "to"), Set.of());
        String symbol = members.words("symbol");
        Place at = members.get("symbol");
        if (at != null && !symbol.equals(symbol.toUpperCase(Locale.ROOT))) {
            at.problem(Kind.BAD_VALUE, "a symbol in capitals");
        }
        Place first = members.get("from");
        Place last = members.get("to");
        LocalDate from = first == null ? null : CalendarReader.date(first);
        LocalDate to = last == null ? null : CalendarReader.date(last);
        if (last == null || from == null || to == null) {
            return;
        }
        if (to.isBefore(from)) {
            last.problem(Kind.BAD_VALUE, "a date not before " + from);
        }
        blackouts
                .computeIfAbsent(symbol, _ -> new ArrayList<>())
                .add(new Window(from.toString(), to.toString()));
    }
}
