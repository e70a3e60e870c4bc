// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.SourceException;

import java.util.List;

/// Runs one command of the command line.
public final class Cli {
    /// Name and version of this program, as results name it.
    public static final String VERSION = "countersign 0.1.0";

    private Cli() {}

    /// Whether a first argument asks for the command line rather than the window.
    public static boolean knows(String word) {
        return switch (word) {
            case "verify",
                    "show",
                    "checkpoint",
                    "compare",
                    "canonical",
                    "recover",
                    "ledger",
                    "queue",
                    "findings",
                    "run",
                    "approve",
                    "reject",
                    "review",
                    "observe",
                    "dispose",
                    "import-response",
                    "verify-approval",
                    "finish",
                    "resume",
                    "reperform",
                    "sample",
                    "make-key",
                    "report",
                    "demo",
                    "bundle",
                    "help",
                    "--help",
                    "-h",
                    "--version" ->
                    true;
            default -> false;
        };
    }

    /// Whether a command never opens the database of a workspace, and leaves nothing to tidy up.
    ///
    /// @param words as of {@link #run}
    public static boolean opensNoDatabase(List<String> words) {
        return switch (words.getFirst()) {
            case "verify", "bundle", "checkpoint", "compare" -> !names(words, WorkspaceOption.NAME);
            case "canonical", "recover" -> true;
            default -> false;
        };
    }

    /// No stream: linking its lambda costs a short command more than its work.
    private static boolean names(List<String> words, String option) {
        for (String word : words) {
            if (word.startsWith(option)) {
                return true;
            }
        }
        return false;
    }

    /// Runs a command.
    ///
    /// @param words the command and what follows it
    /// @return the exit code
    public static int run(List<String> words, Console console) {
        Exit exit = done(words, console);
        if (exit == Exit.FAILED && words.contains("--json") && console.out().silent()) {
            String why = String.join(" ", console.err().complaints());
            console.out().println(JsonValue.object().with("error", why).build().text());
        }
        console.out().flush();
        return exit.code();
    }

    private static Exit done(List<String> words, Console console) {
        try {
            List<String> rest = words.subList(1, words.size());
            String command = rest.contains("--help") ? "help" : words.getFirst();
            return switch (command) {
                case "verify" -> VerifyCommand.run(rest, console);
                case "show" -> ShowCommand.run(rest, console);
                case "checkpoint" -> CheckpointCommand.run(rest, console);
                case "compare" -> CompareCommand.run(rest, console);
                case "recover" -> RecoverCommand.run(rest, console);
                case "canonical" -> CanonicalCommand.run(rest, console);
                case "ledger" -> LedgerCommand.run(rest, console);
                case "queue" -> QueueCommand.run(rest, console);
                case "findings" -> FindingsCommand.run(rest, console);
                case "report" -> ReportCommand.run(rest, console);
                case "run" -> RunCommand.run(rest, console);
                case "approve", "reject", "review", "observe", "dispose" ->
                        ActCommand.run(command, rest, console);
                case "import-response" -> ResponseCommand.run(rest, console);
                case "verify-approval" -> ApprovalsCommand.run(rest, console);
                case "resume" -> ResumeRunCommand.run(rest, console);
                case "sample" -> SampleCommand.run(rest, console);
                case "reperform" -> ReperformCommand.run(rest, console);
                case "finish" -> FinishCommand.run(rest, console);
                case "make-key" -> MakeKeyCommand.run(rest, console);
                case "bundle" -> BundleCommand.run(rest, VERSION, console);
                case "demo" -> DemoCommand.run(rest, console);
                case "--version" -> say(console, VERSION);
                default -> say(console, Help.about(words));
            };
        } catch (UsageException e) {
            console.complain(e.getMessage() + ". `countersign help` shows what there is.");
        } catch (SourceException e) {
            console.complain(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            console.complain(noMemory(words, e));
        }
        return Exit.FAILED;
    }

    /// The machine's limit, and nobody's mistake.
    private static String noMemory(List<String> words, OutOfMemoryError e) {
        return "the memory that Java may use ("
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB) was not enough for "
                + String.join(" ", words)
                + " ("
                + e.getMessage()
                + "): no answer was given. Give it more, as by JAVA_TOOL_OPTIONS=-Xmx4g before the"
                + " command, or name less at a time.";
    }

    private static Exit say(Console console, String text) {
        text.lines().forEach(console.out()::println);
        return Exit.DONE;
    }
}
