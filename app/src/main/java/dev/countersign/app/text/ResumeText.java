// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.engine.Workflow;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeEnd;
import dev.countersign.core.resume.Resumed;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How an approved run goes on, in words.
public final class ResumeText {
    /// That showing is not running.
    public static final String NOTHING_RUN = "Nothing was run.";

    /// While the run is read again.
    public static final String LOOKING = "Reading the run again, to see what lets it go on.";

    /// What a command is, before it is shown.
    public static final String OFFER =
            "The run is approved, and waits for its producer. Policy names this command; it has not"
                    + " been run.";

    /// The second question.
    public static final String SURE =
            "Run exactly this, as you, on this computer? Start and end go into the ledger.";

    /// After it was asked to stop.
    public static final String STOPPING = "Stopping it, and all that it has started.";

    /// That a policy does not count.
    public static final String NOT_OPENED =
            "Only a workspace that you open yourself may say what is executed here, and this run is"
                    + " in none. Open its workspace (Ctrl+O) and the run from there, or use"
                    + " countersign resume RUN --workspace DIR.";

    /// That something else would run than was shown.
    public static final String CHANGED =
            "What would run is no longer what was shown: nothing was run. Close the sheet and look"
                    + " again.";

    /// That a command did not do what it is for.
    public static final String STILL_WAITS =
            "The run still waits for its producer: the command did not take it on.";

    private static final int COLUMN = 13;

    private ResumeText() {}

    /// All there is to know of a command before it runs, a line each.
    public static List<String> lines(ResumeCommand command) {
        return facts(command).entrySet().stream()
                .map(fact ->
                        fact.getKey()
                                + " ".repeat(COLUMN - fact.getKey().length())
                                + fact.getValue())
                .toList();
    }

    /// All there is to know of a command before it runs, by name.
    public static SequencedMap<String, String> facts(ResumeCommand command) {
        List<String> names = new ArrayList<>(ResumeCommand.ALWAYS);
        names.add("LC_*");
        names.addAll(command.environment());
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Command", Foreign.visible(command.line()));
        facts.put("Directory", Foreign.visible(command.directory().toString()));
        facts.put("Environment", String.join(", ", names));
        facts.put("Time limit", Numbers.count(command.limit().toSeconds(), "second"));
        return facts;
    }

    /// What somebody has to run where the policy names no command.
    ///
    /// @param workflow of the run
    /// @param run its directory
    public static String byHand(@Nullable String workflow, Path run) {
        String again =
                "The policy names no command that resumes "
                        + (workflow == null ? "such runs" : Foreign.visible(workflow))
                        + ": start its pipeline again with the same input. It finds the approval"
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

    /// The command within such a sentence; empty if it has none at its end.
    public static String command(String byHand) {
        int from = byHand.indexOf('`');
        return from >= 0 && byHand.endsWith("`.") && byHand.length() - 2 > from
                ? byHand.substring(from + 1, byHand.length() - 2)
                : "";
    }

    /// How long it has been running.
    public static String running(Duration so, Duration limit) {
        return "Running for "
                + Numbers.count(Math.max(0, so.toSeconds()), "second")
                + ", of at most "
                + Numbers.grouped(limit.toSeconds())
                + ".";
    }

    /// Where the run is afterwards.
    public static String standing(RunStatus status) {
        return "The run is " + status.word().replace('_', ' ') + ".";
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
