// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyProblem;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `--policy FILE` and `--workspace DIR`: whose clocks and rules hold.
final class PolicyOption {
    private static final String IN_WORKSPACE = "policy.json";

    private PolicyOption() {}

    /// The policy that the options name, else the built-in one.
    ///
    /// @throws UsageException if the file is no policy
    static Policy of(Arguments arguments) throws UsageException, SourceException {
        String file = arguments.value("--policy");
        if (file != null) {
            return read(Options.path(file));
        }
        String workspace = arguments.value("--workspace");
        if (workspace == null) {
            return DefaultPolicy.get();
        }
        Path folder = Options.path(workspace);
        if (!SmallFile.exists(folder)) {
            throw new SourceException(folder, folder + " does not exist: check --workspace.");
        }
        Path path = folder.resolve(IN_WORKSPACE);
        return SmallFile.exists(path) ? read(path) : DefaultPolicy.get();
    }

    private static Policy read(Path path) throws UsageException, SourceException {
        return switch (PolicyReader.read(SmallFile.read(path))) {
            case PolicyReading.Valid(Policy policy) -> policy;
            case PolicyReading.Invalid(List<PolicyProblem> problems) ->
                    throw new UsageException(path + " is no policy: " + words(problems.getFirst()));
        };
    }

    private static String words(PolicyProblem problem) {
        String what = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String where = problem.path().isEmpty() ? "" : " at " + problem.path();
        String wanted = problem.expected().isEmpty() ? "" : ", expected " + problem.expected();
        return "line " + problem.line() + where + ": " + what + wanted;
    }
}
