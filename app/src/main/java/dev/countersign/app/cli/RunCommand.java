// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ObstacleText;
import dev.countersign.core.engine.Execution;
import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.engine.ModelResponse;
import dev.countersign.core.engine.Reviewer;
import dev.countersign.core.engine.RunId;
import dev.countersign.core.engine.RunPlace;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.engine.WorkflowInput;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `run`: executes a workflow on a payload, or resumes it.
final class RunCommand {
    private static final int MOST_VALUES = 1 << 20;

    private RunCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(
                                "--payload",
                                "--root",
                                "--model-response",
                                "--at",
                                "--policy",
                                "--workspace",
                                "--trust"));
        Workflow workflow = workflow(arguments.rest());
        Path root = Options.path(needed(arguments, "--root"));
        Path file =
                Options.file(
                        "--payload", needed(arguments, "--payload"), "a file with one JSON object");
        JsonObject payload = payload(workflow, file);
        Policy policy = PolicyOption.of(root, arguments);
        WorkflowInput input =
                new WorkflowInput(
                        policy.references(),
                        model(workflow, arguments.value("--model-response")),
                        Reviewer.OPERATIONS);
        RunPlace place = place(root, arguments, console);
        RunAround around = new RunAround(policy, TrustOption.of(root, arguments), console);
        List<String> before = around.before(root.resolve(RunId.of(workflow.word(), payload)));
        return switch (workflow.run(payload, input)
                .execute(payload, place, torn -> TornNote.print(torn, console))) {
            case Execution.Ended ended -> {
                before.forEach(console::complain);
                sayIfNobodyIsAuthor(workflow, payload, file, console);
                around.unused(ended, input.model());
                String status = around.status(ended);
                record(workflow, ended, status, arguments, console);
                yield said(ended, status, arguments.has("--json"), console);
            }
            case Execution.Refused(String runId, Path directory, var obstacle) -> {
                console.complain(
                        directory + ": " + runId + ": " + ObstacleText.sentence(obstacle) + ".");
                yield Exit.FAILED;
            }
        };
    }

    private static RunPlace place(Path root, Arguments arguments, Console console)
            throws UsageException {
        InstantSource clock =
                arguments.value("--at") == null
                        ? console.now()
                        : InstantSource.fixed(Options.now(arguments, console));
        String recorded = root.toString().replace(File.separatorChar, '/');
        return new RunPlace(root, recorded, clock, Durability.EACH_WRITE);
    }

    private static void record(
            Workflow workflow,
            Execution.Ended ended,
            String status,
            Arguments arguments,
            Console console)
            throws UsageException {
        JsonObject details =
                JsonValue.object()
                        .with("workflow", workflow.word())
                        .with("status", status)
                        .with("head", ended.head())
                        .with("path", ended.directory().toAbsolutePath().toString())
                        .build();
        Resource run = new Resource("run", ended.runId());
        LedgerNote.afterwards(
                LedgerNote.named(arguments),
                console,
                LedgerEntry.of(LedgerNote.person(), DeskAction.RAN, run).with(details));
    }

    private static Exit said(Execution.Ended ended, String status, boolean json, Console console) {
        JsonObject document =
                JsonValue.object()
                        .with("run_id", ended.runId())
                        .with("status", status)
                        .with("rundir", ended.directory().toString())
                        .with("step", ended.step().isEmpty() ? null : ended.step())
                        .with("reason", ended.step().isEmpty() ? null : ended.reason())
                        .with("head", ended.head())
                        .build();
        String word = status.replace('_', ' ').toUpperCase(Locale.ROOT);
        String where = ended.step().isEmpty() ? "" : " in " + ended.step() + ": " + ended.reason();
        if (json) {
            console.out().println(document.text());
        } else {
            console.out().println(word + where);
            console.out().println(ended.runId());
            console.out().println(ended.directory());
        }
        return ended.end() == End.COMPLETED ? Exit.DONE : Exit.NEGATIVE;
    }

    private static Workflow workflow(List<String> rest) throws UsageException {
        List<String> known = new ArrayList<>();
        for (Workflow workflow : Workflow.values()) {
            known.add(workflow.word());
        }
        String names = String.join(", ", known);
        if (rest.size() != 1) {
            throw new UsageException("run takes one workflow: " + names);
        }
        Workflow workflow = Workflow.of(rest.getFirst());
        if (workflow == null) {
            throw new UsageException(rest.getFirst() + " is not a built-in workflow: " + names);
        }
        return workflow;
    }

    private static String needed(Arguments arguments, String option) throws UsageException {
        String value = arguments.value(option);
        if (value == null || value.isEmpty()) {
            throw new UsageException("run needs --payload FILE and --root DIR");
        }
        return value;
    }

    private static JsonObject payload(Workflow workflow, Path file)
            throws UsageException, SourceException {
        byte[] bytes = SmallFile.read(file, RunDirectory.LARGEST_STATE);
        JsonReader reader = new JsonReader(MOST_VALUES);
        JsonProblem problem = reader.read(bytes, 0, bytes.length);
        if (problem != null) {
            String what = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new UsageException(
                    file
                            + " line "
                            + line(bytes, problem.at())
                            + " is not JSON ("
                            + what
                            + "): a payload is one JSON object");
        }
        if (!(JsonText.tree(reader.tape()) instanceof JsonObject payload)) {
            int start = 0;
            while (Character.isWhitespace(bytes[start])) {
                start++;
            }
            throw new UsageException(
                    file
                            + " line "
                            + line(bytes, start)
                            + " is not a JSON object: a payload is one");
        }
        String objection = workflow.objection(payload);
        if (objection != null) {
            throw new UsageException(file + ": " + workflow.word() + " " + objection);
        }
        return payload;
    }

    private static void sayIfNobodyIsAuthor(
            Workflow workflow, JsonObject payload, Path file, Console console) {
        if (!workflow.namesAuthor(payload)) {
            console.complain(
                    file
                            + " names no author (a text /author or /employee): nobody is known to"
                            + " be independent of them, so no approval of this run can be signed.");
        }
    }

    /// 1-based.
    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < Math.min(at, bytes.length); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static @Nullable ModelResponse model(Workflow workflow, @Nullable String name)
            throws UsageException, SourceException {
        if (name == null) {
            return null;
        }
        if (!workflow.asksModel()) {
            throw new UsageException(workflow.word() + " has no use for --model-response");
        }
        Path file = Options.file("--model-response", name, "a file with the model's raw answer");
        try {
            String response =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(
                                    ByteBuffer.wrap(
                                            SmallFile.read(file, RunDirectory.LARGEST_STATE)))
                            .toString();
            return new ModelResponse(ModelResponse.FILE, response);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not text in UTF-8");
        }
    }
}
