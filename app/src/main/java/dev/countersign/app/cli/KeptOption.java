// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.compare.NamedCheckpoint;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;
import dev.countersign.core.workspace.Sightings;
import dev.countersign.core.workspace.Testimony;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the desk of `--workspace DIR` has seen of a run's log, and what it was given by others. A
/// workspace that is merely around the log was not asked for.
final class KeptOption {
    private static final int MOST_LINE = 1 << 16;
    private static final int MOST_VALUES = 1_000;

    private final @Nullable WorkspaceFolder folder;
    private Testimony.@Nullable Kept kept;

    private KeptOption(@Nullable WorkspaceFolder folder) {
        this.folder = folder;
    }

    static KeptOption of(Arguments arguments) throws UsageException {
        String named = arguments.value(WorkspaceOption.NAME);
        return named == null ? new KeptOption(null) : of(Options.path(named));
    }

    /// @param path the workspace, if none is named
    static KeptOption of(Path path, Arguments arguments) throws UsageException {
        return arguments.value(WorkspaceOption.NAME) == null ? of(path) : of(arguments);
    }

    private static KeptOption of(Path workspace) {
        WorkspaceFolder folder = new WorkspaceFolder(workspace);
        return new KeptOption(SmallFile.exists(folder.database()) ? folder : null);
    }

    /// This desk's own by run id, the shortest log first.
    Map<String, List<Checkpoint>> own() throws SourceException {
        return kept().own();
    }

    /// This desk's own, the shortest log first.
    ///
    /// @param path a run directory, or a log
    List<Checkpoint> own(Path path) throws SourceException {
        String run = folder == null ? null : runId(path);
        return run == null ? List.of() : kept().of(run).own();
    }

    /// This desk's own of a run in a bundle, the shortest log first: by the folder's name, or by
    /// what the first record says.
    List<Checkpoint> own(RunFolder run) throws SourceException {
        Map<String, List<Checkpoint>> all = own();
        List<Checkpoint> named = all.getOrDefault(run.name(), List.of());
        if (all.isEmpty()
                || !named.isEmpty()
                || !(run.log() instanceof RunFolder.Content.Opened(LogFile log))) {
            return named;
        }
        try (log) {
            String said = runId(log);
            return said == null ? named : all.getOrDefault(said, List.of());
        }
    }

    /// Its own and those of others, each with whose it is.
    List<NamedCheckpoint> all(LogPlace place) throws SourceException {
        List<NamedCheckpoint> named = new ArrayList<>();
        String run = folder == null ? null : runId(place);
        if (run == null) {
            return named;
        }
        Sightings seen = kept().of(run);
        for (Checkpoint own : seen.own()) {
            named.add(new NamedCheckpoint("of this desk" + at(own), own));
        }
        for (Witnessed other : seen.others()) {
            Checkpoint one = other.checkpoint();
            named.add(new NamedCheckpoint("of " + other.witness() + at(one), one));
        }
        return named;
    }

    private static String at(Checkpoint checkpoint) {
        return checkpoint.takenAt() == null ? "" : " at " + checkpoint.takenAt();
    }

    /// All of it.
    Testimony.Kept kept() throws SourceException {
        if (kept == null) {
            kept = folder == null ? Testimony.Kept.NOTHING : Testimony.of(folder);
        }
        return kept;
    }

    /// The folder's name, or what the first record of a log that lies alone says.
    private static @Nullable String runId(Path path) throws SourceException {
        EvidencePath evidence = EvidencePath.of(path);
        Path name = path.toAbsolutePath().normalize().getFileName();
        if (evidence.kind() == EvidencePath.Kind.RUN_DIRECTORY) {
            return name == null ? null : name.toString();
        }
        try (LogFile log = LogFile.open(evidence.log())) {
            return runId(log);
        }
    }

    private static @Nullable String runId(LogPlace place) throws SourceException {
        RunFolder run = place.run();
        return run == null ? runId(place.log()) : run.name();
    }

    private static @Nullable String runId(LogFile log) throws SourceException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(MOST_LINE, log.size()));
        int read = log.read(start, 0);
        int end = 0;
        while (end < read && start.get(end) != '\n') {
            end++;
        }
        JsonReader reader = new JsonReader(MOST_VALUES);
        return reader.read(start.array(), 0, end) == null
                        && JsonText.tree(reader.tape()) instanceof JsonObject first
                ? first.string("run_id")
                : null;
    }
}
