// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.List;

/// The command that resumes the runs of a workflow after a decision. It is a list of arguments and
/// never goes through a shell; what its placeholders stand for is put in argument by argument.
///
/// @param workflow whose runs it resumes
/// @param command the program, and its arguments, with {@link #PLACEHOLDERS}
/// @param directory where it runs, with placeholders; relative to the workspace, empty for it
/// @param seconds how long it may take
/// @param environment variables that it is given beside those that everything is given
public record ResumeRule(
        String workflow,
        List<String> command,
        String directory,
        int seconds,
        List<String> environment) {
    /// What may stand in braces: the run's directory, its id, the folder that its directory is in,
    /// and the workspace.
    public static final List<String> PLACEHOLDERS =
            List.of("{run_dir}", "{run_id}", "{runs_dir}", "{workspace}");

    /// How long it may take where the policy does not say.
    public static final int SECONDS = 600;

    public ResumeRule {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
    }
}
