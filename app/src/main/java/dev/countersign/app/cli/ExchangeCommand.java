// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CarriedCheckpoints;
import dev.countersign.core.witness.CarriedCheckpoints.Carried;
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
import java.util.SortedMap;
import java.util.UUID;

/// `checkpoint export` and `checkpoint import`: what this desk has seen goes to others as a file,
/// and what others have seen comes here.
final class ExchangeCommand {
    private static final String RUN = "--run";
    private static final String RUN_ID = "run_id";
    private static final String FROM = "--from";
    private static final String OUT = "--out";
    private static final String NOTE = "--note";
    private static final String HISTORY = "--history";

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
                        verb.equals("export") ? Set.of("--json", NOTE, HISTORY) : Set.of("--json"),
                        verb.equals("export")
                                ? Set.of(
                                        WorkspaceOption.NAME,
                                        RUN,
                                        OUT,
                                        NoteCommand.ORIGIN,
                                        NoteCommand.KEY)
                                : Set.of(WorkspaceOption.NAME, RUN, FROM, CheckpointFile.VERIFIER));
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
        String only = arguments.value(RUN);
        if (out == null || !arguments.rest().isEmpty()) {
            throw new UsageException("checkpoint export takes --workspace DIR and --out FILE");
        }
        if (arguments.has(NOTE) && (only == null || arguments.has(HISTORY))) {
            throw new UsageException("a note is of one checkpoint: give --run ID, no --history");
        }
        Path file = Options.newFile(out);
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        SortedMap<String, List<Checkpoint>> seen = workspace.testimony().own();
        if (only != null) {
            seen.keySet().retainAll(Set.of(only));
        }
        if (seen.isEmpty()) {
            throw new UsageException("this desk has seen no intact log of that run");
        }
        List<String> texts = texts(seen);
        int count = texts.size();
        SmallFile.publish(file, String.join("", texts).getBytes(StandardCharsets.UTF_8));
        workspace.record(
                LedgerNote.person(),
                DeskAction.EXPORTED,
                new Resource("checkpoint", out),
                JsonValue.object().with("checkpoints", count).build());
        written(out, count);
        return Exit.DONE;
    }

    /// Each checkpoint as it is written: the latest of each run, or all.
    private List<String> texts(SortedMap<String, List<Checkpoint>> seen)
            throws UsageException, SourceException {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, List<Checkpoint>> run : seen.entrySet()) {
            List<Checkpoint> kept = run.getValue();
            int first = arguments.has(HISTORY) ? 0 : kept.size() - 1;
            for (Checkpoint checkpoint : kept.subList(first, kept.size())) {
                texts.add(
                        arguments.has(NOTE)
                                ? NoteCommand.note(checkpoint, run.getKey(), arguments)
                                : CarriedCheckpoints.line(run.getKey(), checkpoint));
            }
        }
        return texts;
    }

    private void written(String out, int count) {
        console.out()
                .println(
                        arguments.has("--json")
                                ? JsonValue.object()
                                        .with("path", out)
                                        .with("checkpoints", count)
                                        .build()
                                        .text()
                                : Numbers.count(count, "checkpoint") + " written to " + out + ".");
    }

    private Exit take(Workspace workspace) throws UsageException, SourceException {
        if (arguments.rest().size() != 1) {
            throw new UsageException("checkpoint import takes one file of checkpoints");
        }
        String name = arguments.rest().getFirst();
        byte[] bytes = SmallFile.read(Options.path(name), CarriedCheckpoints.MOST_BYTES);
        List<Witnessed> seen =
                CarriedCheckpoints.isNote(bytes) ? note(name, bytes) : lines(name, bytes);
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        int fresh = workspace.testimony().take(seen, LedgerNote.person());
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
        String witness = Vouch.whose(file.vouches(), note.origin());
        return List.of(witnessed(name, bytes, note.run(), witness, file.checkpoint()));
    }

    /// One checkpoint, or one a line.
    private List<Witnessed> lines(String name, byte[] bytes) throws UsageException {
        List<Witnessed> seen = new ArrayList<>();
        Path file = Options.path(name).getFileName();
        for (Carried one : Options.described(name, CarriedCheckpoints.read(bytes)).all()) {
            seen.add(witnessed(name, bytes, one.runId(), String.valueOf(file), one.checkpoint()));
        }
        return seen;
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
        console.out().println(Numbers.count(all, "checkpoint") + " read, " + fresh + " new.");
        for (Finding finding : against) {
            console.out()
                    .println(
                            finding.severityWord()
                                    + " "
                                    + Quotes.line(finding.runId())
                                    + ": "
                                    + SeenText.witness(finding.evidence()));
        }
    }
}
