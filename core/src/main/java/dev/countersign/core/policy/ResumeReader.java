// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.policy.Place.Members;
import dev.countersign.core.policy.PolicyProblem.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads `resume` of a policy.
final class ResumeReader {
    private static final int MAX_RULES = 1_000;
    private static final int MAX_ARGUMENTS = 100;
    private static final int MAX_NAMES = 100;
    private static final int MAX_SECONDS = 86_400;

    private ResumeReader() {}

    static List<ResumeRule> rules(Place place) {
        List<ResumeRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Place element : place.elements(MAX_RULES)) {
            Members members =
                    element.members(
                            Set.of("workflow", "command"),
                            Set.of("directory", "seconds", "environment"));
            String workflow = members.words("workflow");
            Place at = members.get("workflow");
            if (at != null && !seen.add(workflow)) {
                at.problem(Kind.DUPLICATE, "one command for a workflow");
            }
            rules.add(
                    new ResumeRule(
                            workflow,
                            members.read("command", List.of(), ResumeReader::command),
                            members.read("directory", "", ResumeReader::argument),
                            members.read(
                                    "seconds", ResumeRule.SECONDS, p -> p.integer(1, MAX_SECONDS)),
                            members.read("environment", List.of(), ResumeReader::environment)));
        }
        return rules;
    }

    private static List<String> command(Place place) {
        List<String> command = new ArrayList<>();
        for (Place element : place.elements(MAX_ARGUMENTS)) {
            command.add(command.isEmpty() ? program(element) : argument(element));
        }
        if (place.kind() == JsonKind.ARRAY && place.hasNothing()) {
            place.problem(Kind.BAD_VALUE, "a program and its arguments");
        }
        return command;
    }

    /// No run may say what is executed.
    private static String program(Place place) {
        String program = place.words();
        if (hasBrace(program)) {
            place.problem(Kind.BAD_VALUE, "a program without placeholders");
        }
        return program;
    }

    private static String argument(Place place) {
        String argument = place.words(true);
        String rest = argument;
        for (String placeholder : ResumeRule.PLACEHOLDERS) {
            rest = rest.replace(placeholder, " ");
        }
        if (hasBrace(rest)) {
            place.problem(
                    Kind.BAD_VALUE,
                    "braces only around " + String.join(", ", ResumeRule.PLACEHOLDERS));
        }
        return argument;
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    private static List<String> environment(Place place) {
        Set<String> names = new LinkedHashSet<>();
        for (Place element : place.elements(MAX_NAMES)) {
            String name = element.words();
            if (!name.isEmpty() && !isName(name)) {
                element.problem(Kind.BAD_VALUE, "the name of a variable");
            } else if (!names.add(name)) {
                element.problem(Kind.DUPLICATE, "");
            }
        }
        return List.copyOf(names);
    }

    /// Read by hand: a pattern costs a short command more than its work.
    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
