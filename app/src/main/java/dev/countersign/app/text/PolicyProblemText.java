// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.policy.PolicyProblem;

/// What is wrong with a policy file, and what to do about it.
public final class PolicyProblemText {
    private PolicyProblemText() {}

    /// The place: a JSON pointer, or the whole file.
    public static String path(PolicyProblem problem) {
        return problem.path().isEmpty() ? "the file" : Foreign.visible(problem.path());
    }

    /// What is wrong, one sentence.
    public static String what(PolicyProblem problem) {
        String found = problem.found().isEmpty() ? "" : Quotes.quoted(problem.found());
        return switch (problem.kind()) {
            case NOT_JSON -> "The file is not JSON: " + json(problem.found()) + ".";
            case TOO_LARGE -> "It is longer than allowed.";
            case MISSING -> "The key is missing.";
            case UNKNOWN_KEY -> "The key " + found + " means nothing here.";
            case REPEATED_KEY -> "The same key is here twice.";
            case WRONG_TYPE -> "The value " + found + " is of another type.";
            case BAD_VALUE -> "The value " + found + " means nothing here.";
            case OUT_OF_RANGE -> "The number " + problem.found() + " is out of bounds.";
            case DUPLICATE -> found + " is there twice.";
            case BAD_INTERVALS -> "The open hours overlap, are out of order or end too early.";
            case NEVER_OPEN -> "The week has no open hour: no clock would ever run.";
            case CLOSED_TOO_LONG -> "It is closed for more than a year on end.";
        };
    }

    /// What to write instead, one sentence.
    public static String advice(PolicyProblem problem) {
        String expected = Foreign.visible(problem.expected());
        if (!expected.isEmpty()) {
            return switch (problem.kind()) {
                case UNKNOWN_KEY -> "Most likely a typing error. Possible: " + expected + ".";
                case TOO_LARGE -> "Shorten it to " + expected + ".";
                default -> "Write " + expected + ".";
            };
        }
        return switch (problem.kind()) {
            case NOT_JSON -> "Correct the line in a text editor, as UTF-8.";
            case TOO_LARGE -> "Shorten it.";
            case MISSING -> "Add it; the default policy shows its form.";
            case UNKNOWN_KEY -> "Most likely a typing error: correct or remove it.";
            case REPEATED_KEY, DUPLICATE -> "Keep one of them.";
            case WRONG_TYPE, BAD_VALUE -> "Compare with the default policy.";
            case OUT_OF_RANGE -> "Choose a number within bounds.";
            case BAD_INTERVALS -> "Write them in order, such as 09:00-12:00, 13:00-17:00.";
            case NEVER_OPEN -> "Give at least one weekday open hours.";
            case CLOSED_TOO_LONG -> "Remove exceptions until some day is open.";
        };
    }

    private static String json(String kind) {
        for (JsonProblem.Kind k : JsonProblem.Kind.values()) {
            if (k.name().equals(kind)) {
                return ProblemText.what(k);
            }
        }
        return "it cannot be read";
    }
}
