// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ResumeText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeEnd;
import dev.countersign.core.resume.ResumeOffer;
import dev.countersign.core.resume.Resumed;
import dev.countersign.core.resume.Resumption;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `resume`: shows the command of the policy that lets an approved run go on, and runs it if told
/// so. Its policy is that of a workspace that is named, never of one that is found: whoever hands
/// over a folder must not say what is executed.
final class ResumeRunCommand {
    private final Arguments arguments;
    private final Console console;
    private final WorkspaceFolder folder;
    private final RunReader reader;
    private final Path path;

    private ResumeRunCommand(
            Arguments arguments, Console console, WorkspaceFolder folder, Policy policy)
            throws UsageException, SourceException {
        this.arguments = arguments;
        this.console = console;
        this.folder = folder;
        path = Options.present(arguments.rest().getFirst());
        reader =
                new RunReader(
                        new ChainVerifier(
                                console.workers(), Runtime.getRuntime().availableProcessors()),
                        policy,
                        folder.anchors());
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words, Set.of("--json", "--yes"), Set.of(WorkspaceOption.NAME, "--at"));
        String named = arguments.value(WorkspaceOption.NAME);
        if (arguments.rest().size() != 1 || named == null) {
            throw new UsageException("resume takes one run directory and --workspace DIR");
        }
        WorkspaceFolder folder = new WorkspaceFolder(Options.path(named));
        if (!folder.exists() || !folder.writable()) {
            throw new SourceException(
                    folder.root(),
                    folder.root()
                            + " is not a workspace that can be written: what cannot be recorded is"
                            + " not run.");
        }
        Policy policy = PolicyFile.inForce(folder.policy());
        return new ResumeRunCommand(arguments, console, folder, policy).run(policy);
    }

    private Exit run(Policy policy) throws UsageException, SourceException {
        RunSnapshot run = reader.read(path);
        return switch (ResumeOffer.of(run, policy, folder.root())) {
            case ResumeOffer.Offered(ResumeCommand command) ->
                    arguments.has("--yes") ? ran(command) : shown(command);
            case ResumeOffer.Unnamed _ -> {
                String byHand = ResumeText.byHand(run.workflow(), path);
                if (arguments.has("--json")) {
                    console.out()
                            .println(
                                    JsonValue.object()
                                            .with("run_id", run.runId())
                                            .with("command", (String) null)
                                            .with("started", JsonValue.of(false))
                                            .with("next", byHand)
                                            .build()
                                            .text());
                } else {
                    console.out().println(byHand);
                    console.out().println(ResumeText.NOTHING_RUN);
                }
                yield Exit.NEGATIVE;
            }
            case ResumeOffer.Refused(var obstacle) -> {
                console.complain(path + ": cannot resume: " + obstacle.sentence());
                yield Exit.FAILED;
            }
        };
    }

    private Exit shown(ResumeCommand command) {
        if (arguments.has("--json")) {
            console.out()
                    .println(document(command).with("started", JsonValue.of(false)).build().text());
        } else {
            ResumeText.lines(command).forEach(console.out()::println);
            console.out().println(ResumeText.NOTHING_RUN + " Add --yes to run it.");
        }
        return Exit.NEGATIVE;
    }

    private Exit ran(ResumeCommand command) throws UsageException, SourceException {
        if (!arguments.has("--json")) {
            ResumeText.lines(command).forEach(console.err()::println);
        }
        var _ = LedgerNote.in(folder, console, command.starting(LedgerNote.person()));
        Resumed resumed =
                new Resumption(folder.resumes(), System.getenv())
                        .run(command, Options.now(arguments, console), Cancellation.NEVER);
        LedgerNote.afterwards(folder, console, resumed.entry(LedgerNote.person()));
        RunSnapshot after = after();
        if (arguments.has("--json")) {
            console.out().println(document(resumed, after).build().text());
        } else {
            console.out().println(ResumeText.ended(resumed));
            console.out().println(ResumeText.output(resumed));
            if (after != null) {
                stands(after);
            }
        }
        return after == null || resumed.end() instanceof ResumeEnd.NotStarted
                ? Exit.FAILED
                : resumed.succeeded() && intact(after) ? Exit.DONE : Exit.NEGATIVE;
    }

    /// The run as the command left it; null if it cannot be read, which is said: the command ran.
    private @Nullable RunSnapshot after() {
        try {
            return reader.read(path);
        } catch (SourceException e) {
            console.complain(
                    "the command was run, but the run cannot be read after it: " + e.getMessage());
            return null;
        }
    }

    private void stands(RunSnapshot run) {
        console.out().println(ResumeText.standing(run.status()));
        ChainReport chain = run.chain();
        if (!intact(run)) {
            console.out()
                    .println(
                            chain == null
                                    ? "Its log is not there any more."
                                    : VerdictText.headline(chain) + ".");
        }
    }

    private static boolean intact(RunSnapshot run) {
        ChainReport chain = run.chain();
        return chain != null && chain.verdict() == Verdict.INTACT;
    }

    private static ObjectBuilder document(ResumeCommand command) {
        return JsonValue.object()
                .with("run_id", command.runId())
                .with("command", words(command.arguments()))
                .with("directory", command.directory().toString())
                .with("seconds", command.limit().toSeconds())
                .with("environment", words(command.environment()));
    }

    private static ObjectBuilder document(Resumed resumed, @Nullable RunSnapshot after) {
        ObjectBuilder document =
                document(resumed.command())
                        .with(
                                "started",
                                JsonValue.of(!(resumed.end() instanceof ResumeEnd.NotStarted)))
                        .with("end", resumed.end().word());
        ChainReport chain = after == null ? null : after.chain();
        if (resumed.end() instanceof ResumeEnd.Exited(int code)) {
            document.with("exit_code", code);
        }
        return document.with("output", resumed.output().toString())
                .with("output_bytes", resumed.bytes())
                .with("output_dropped", resumed.dropped())
                .with("output_sha256", resumed.sha256())
                .with("status", after == null ? null : after.status().word())
                .with("verdict", chain == null ? null : chain.verdict().word())
                .with("head", chain == null ? null : chain.head());
    }

    private static JsonArray words(List<String> words) {
        return new JsonArray(words.stream().<JsonValue>map(JsonValue::of).toList());
    }
}
