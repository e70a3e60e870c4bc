// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyProblem;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.Locale;

/// The policy of a workspace.
public final class PolicyFile {
    private PolicyFile() {}

    /// What a file says, problems included.
    ///
    /// @throws SourceException if it cannot be read
    public static PolicyReading read(Path file) throws SourceException {
        if (SmallFile.isPlaceTaken(file) && !SmallFile.exists(file)) {
            throw new SourceException(
                    file,
                    file
                            + " is a link that leads nowhere: bring the policy back, or remove the"
                            + " link for the built-in one.");
        }
        return PolicyReader.read(SmallFile.read(file));
    }

    /// The policy of a file, or the built-in default where there is no file.
    ///
    /// @throws SourceException if it cannot be read, is a link to nothing, or has problems: the
    ///   default is not put in its place, because deadlines that were fixed by mistake would stay
    public static Policy inForce(Path file) throws SourceException {
        if (!SmallFile.isPlaceTaken(file)) {
            return DefaultPolicy.get();
        }
        return switch (read(file)) {
            case PolicyReading.Valid(Policy policy) -> policy;
            case PolicyReading.Invalid(var problems) ->
                    throw new SourceException(
                            file, sentence(file, problems.getFirst(), problems.size()));
        };
    }

    private static String sentence(Path file, PolicyProblem problem, int count) {
        return file
                + " line "
                + problem.line()
                + (problem.kind() == PolicyProblem.Kind.NOT_JSON
                        ? " is not JSON (" + word(problem.found()) + ")"
                        : said(problem))
                + (count > 1 ? " (and " + (count - 1) + " more)" : "")
                + ": correct the policy, then try again.";
    }

    private static String said(PolicyProblem problem) {
        String place = problem.path().isEmpty() ? "the file" : problem.path();
        String before =
                problem.kind() == PolicyProblem.Kind.UNKNOWN_KEY
                        ? "; known, and not there yet: "
                        : ", expected ";
        String expected = problem.expected().isEmpty() ? "" : before + problem.expected();
        return ": " + place + ": " + word(problem.kind().name()) + expected;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
