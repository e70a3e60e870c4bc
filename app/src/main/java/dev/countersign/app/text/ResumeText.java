// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.engine.Workflow;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeEnd;
import dev.countersign.core.resume.Resumed;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How an approved run goes on, in words.
public final class ResumeText {
    /// That showing is not running.
    public static final String NOTHING_RUN = "Nothing was run.";

    private ResumeText() {}

    /// All there is to know of a command before it runs, a line each.
    public static List<String> lines(ResumeCommand command) {
        List<String> names = new ArrayList<>(ResumeCommand.ALWAYS);
        names.add("LC_*");
        names.addAll(command.environment());
        return List.of(
                "Command      " + Foreign.visible(command.line()),
                "Directory    " + Foreign.visible(command.directory().toString()),
                "Environment  " + String.join(", ", names),
                "Time limit   " + Numbers.count(command.limit().toSeconds(), "second"));
    }

    /// What somebody has to run where the policy names no command.
    ///
    /// @param workflow of the run
    /// @param run its directory
    public static String byHand(@Nullable String workflow, Path run) {
        String again =
                "The policy names no command that resumes "
                        + (workflow == null ? "such runs" : Foreign.visible(workflow))
                        + ": execute its producer again on the same payload. It finds the approval"
                        + " and goes on.";
        Path root = run.toAbsolutePath().normalize().getParent();
        return workflow == null || Workflow.of(workflow) == null || root == null
                ? again
                : again
                        + " Countersign can do it too: put the payload of state.json into a file,"
                        + " then `countersign run "
                        + workflow
                        + " --payload FILE --root "
                        + root
                        + "`.";
    }

    /// How it ended, one sentence.
    public static String ended(Resumed resumed) {
        return switch (resumed.end()) {
            case ResumeEnd.Exited(int code) when code == 0 ->
                    "The command ended, with exit code 0.";
            case ResumeEnd.Exited(int code) ->
                    "The command failed, with exit code " + code + ": see what it wrote.";
            case ResumeEnd.TimedOut _ ->
                    "The command took longer than "
                            + Numbers.count(resumed.command().limit().toSeconds(), "second")
                            + " and was stopped: see what it wrote, and look at the run again.";
            case ResumeEnd.Cancelled _ ->
                    "The command was stopped: look at the run again before it is resumed.";
            case ResumeEnd.NotStarted(String why) ->
                    "The command could not be started: "
                            + Foreign.visible(why)
                            + ". Correct it in the policy.";
        };
    }

    /// Where its output is kept, one sentence.
    public static String output(Resumed resumed) {
        return resumed.bytes() == 0
                ? "It wrote nothing."
                : "What it wrote is kept in "
                        + resumed.output()
                        + (resumed.dropped() == 0
                                ? "."
                                : ", without the last "
                                        + Numbers.count(resumed.dropped(), "byte")
                                        + ".");
    }
}
