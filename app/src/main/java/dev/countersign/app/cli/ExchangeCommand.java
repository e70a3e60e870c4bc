// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.VouchText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.Vouch;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// `checkpoint export` and `checkpoint import`: what this desk has seen goes to others as a file,
/// and what others have seen comes here.
final class ExchangeCommand {
    private static final String RUN = "--run";
    private static final String RUN_ID = "run_id";
    private static final String FROM = "--from";
    private static final String OUT = "--out";
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_BYTES = 16 << 20;

    private final Arguments arguments;
    private final Console console;

    private ExchangeCommand(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    static Exit run(String verb, List<String> words, Console console)
            throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(WorkspaceOption.NAME, RUN, FROM, OUT, CheckpointFile.VERIFIER));
        ExchangeCommand command = new ExchangeCommand(arguments, console);
        String named = arguments.value(WorkspaceOption.NAME);
        WorkspaceFolder folder = named == null ? null : new WorkspaceFolder(Options.path(named));
        if (folder == null || !folder.exists()) {
            throw new UsageException(
                    "checkpoint " + verb + " needs --workspace DIR, an existing workspace");
        }
        int most = Runtime.getRuntime().availableProcessors();
        Desk desk = Desk.once(console.workers(), most, console.now(), UUID::randomUUID);
        try (Workspace workspace = Workspace.open(folder, desk)) {
            return verb.equals("export") ? command.give(workspace) : command.take(workspace);
        }
    }

    private Exit give(Workspace workspace) throws UsageException, SourceException {
        String out = arguments.value(OUT);
        if (out == null || !arguments.rest().isEmpty()) {
            throw new UsageException("checkpoint export takes --workspace DIR and --out FILE");
        }
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        Map<String, Checkpoint> seen = workspace.checkpoints();
        String only = arguments.value(RUN);
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, Checkpoint> run : seen.entrySet()) {
            if (only == null || only.equals(run.getKey())) {
                List<Member> members =
                        new ArrayList<>(Descriptions.toJson(run.getValue()).members());
                members.add(new Member(RUN_ID, JsonValue.of(run.getKey())));
                lines.append(new JsonObject(members).text()).append('\n');
                count++;
            }
        }
        if (count == 0) {
            throw new UsageException("this desk has seen no intact log of that run");
        }
        SmallFile.replace(Options.path(out), lines.toString());
        console.out()
                .println(
                        arguments.has("--json")
                                ? JsonValue.object()
                                        .with("path", out)
                                        .with("checkpoints", count)
                                        .build()
                                        .text()
                                : count + " checkpoints written to " + out + ".");
        return Exit.DONE;
    }

    private Exit take(Workspace workspace) throws UsageException, SourceException {
        if (arguments.rest().size() != 1) {
            throw new UsageException("checkpoint import takes one file of checkpoints");
        }
        String name = arguments.rest().getFirst();
        byte[] bytes = SmallFile.read(Options.path(name), MOST_BYTES);
        List<Witnessed> seen =
                CheckpointFile.isNote(bytes) ? note(name, bytes) : lines(name, bytes);
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        int fresh = workspace.importCheckpoints(seen, LedgerNote.person());
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        workspace.raise();
        List<Finding> against =
                workspace.findings(console.now().instant()).stream()
                        .filter(finding -> finding.kind() == FindingKind.WITNESS_DISAGREES)
                        .filter(finding ->
                                seen.stream().anyMatch(one -> one.runId().equals(finding.runId())))
                        .toList();
        say(seen.size(), fresh, against);
        return against.isEmpty() ? Exit.DONE : Exit.NEGATIVE;
    }

    private List<Witnessed> note(String name, byte[] bytes) throws UsageException, SourceException {
        CheckpointFile file = CheckpointFile.note(name, bytes, arguments);
        CheckpointNote note = file.note();
        if (note == null) {
            throw new IllegalStateException("it is a note");
        }
        String witness =
                file.vouches().stream()
                        .filter(Vouch::good)
                        .map(Vouch::name)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(note.origin());
        return List.of(witnessed(name, bytes, note.run(), witness, file.checkpoint()));
    }

    /// One checkpoint, or one a line.
    private List<Witnessed> lines(String name, byte[] bytes) throws UsageException {
        List<Witnessed> seen = new ArrayList<>();
        Path file = Options.path(name).getFileName();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            byte[] one = line.getBytes(StandardCharsets.UTF_8);
            Checkpoint checkpoint = Options.described(name, Descriptions.checkpoint(one));
            seen.add(witnessed(name, bytes, runId(one), String.valueOf(file), checkpoint));
        }
        if (seen.isEmpty()) {
            throw new UsageException(name + " holds no checkpoint");
        }
        return seen;
    }

    private static @Nullable String runId(byte[] line) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        return reader.read(line, 0, line.length) == null
                        && JsonText.tree(reader.tape()) instanceof JsonObject object
                ? object.string(RUN_ID)
                : null;
    }

    private Witnessed witnessed(
            String name, byte[] bytes, @Nullable String run, String witness, Checkpoint checkpoint)
            throws UsageException {
        String given = arguments.value(RUN);
        String runId = given == null ? run : given;
        if (runId == null) {
            throw new UsageException(name + " does not say which run it is about: give --run ID");
        }
        String from = arguments.value(FROM);
        return new Witnessed(
                runId,
                from == null ? witness : from,
                checkpoint,
                FileDigest.sha256(bytes),
                LedgerNote.person().id());
    }

    private void say(int all, int fresh, List<Finding> against) {
        if (arguments.has("--json")) {
            List<JsonValue> found = new ArrayList<>();
            for (Finding finding : against) {
                found.add(
                        JsonValue.object()
                                .with("finding", finding.id())
                                .with(RUN_ID, finding.runId())
                                .with("evidence", finding.evidence())
                                .build());
            }
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("checkpoints", all)
                                    .with("imported", fresh)
                                    .with("disagree", new JsonArray(found))
                                    .build()
                                    .text());
            return;
        }
        console.out().println(all + " checkpoints read, " + fresh + " of them new.");
        for (Finding finding : against) {
            console.out()
                    .println(
                            finding.severityWord()
                                    + " "
                                    + Quotes.line(finding.runId())
                                    + ": "
                                    + VouchText.since(finding.evidence()));
        }
    }
}
