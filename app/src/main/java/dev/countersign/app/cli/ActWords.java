// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// The words of a command as the act that is meant.
final class ActWords {
    private ActWords() {}

    /// The options that a command has besides those that all of them have.
    static Set<String> options(String command) {
        return switch (command) {
            case "approve", "reject" -> Set.of("--key");
            case "review" -> Set.of("--decision");
            case "observe" -> Set.of("--record");
            default -> Set.of("--disposition", "--superseded-by");
        };
    }

    static Act act(String command, Arguments arguments) throws UsageException {
        @Nullable String rationale = arguments.value("--rationale");
        String why = rationale == null ? "" : rationale;
        @Nullable String key = arguments.value("--key");
        return switch (command) {
            case "approve" -> new Act.Approve(key, why);
            case "reject" -> {
                if (why.isBlank()) {
                    throw new UsageException("reject needs --rationale: say why");
                }
                yield new Act.Reject(key, why);
            }
            case "review" ->
                    new Act.Review(accepts(needed("review", "--decision", arguments)), why);
            case "observe" ->
                    new Act.Observe(record(needed("observe", "--record", arguments)), why);
            default ->
                    new Act.Dispose(
                            "",
                            needed("dispose", "--disposition", arguments),
                            arguments.value("--superseded-by"),
                            why);
        };
    }

    /// A disposition names what it closes: the run as a whole, unless one finding is named.
    static Act about(Act act, RunSnapshot run) {
        return act instanceof Act.Dispose(String f, String disposition, String s, String why)
                        && f.isEmpty()
                ? new Act.Dispose(run.runId(), disposition, s, why)
                : act;
    }

    private static String needed(String command, String option, Arguments arguments)
            throws UsageException {
        String value = arguments.value(option);
        if (value == null || value.isBlank()) {
            throw new UsageException(command + " needs " + option);
        }
        return value;
    }

    private static boolean accepts(String decision) throws UsageException {
        return switch (decision) {
            case "accept" -> true;
            case "reject" -> false;
            default -> throw new UsageException("--decision is accept or reject");
        };
    }

    private static long record(String number) throws UsageException {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new UsageException("--record is a number, counted from 0");
        }
    }
}
