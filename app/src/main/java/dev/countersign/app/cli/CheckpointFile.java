// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.VouchText;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CarriedCheckpoints;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.NoteVerifier;
import dev.countersign.core.witness.Vouch;
import dev.countersign.core.witness.WitnessKeys;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The file of `--checkpoint`: our JSON, or a signed note with its `--note-verifier`.
///
/// @param checkpoint what was seen
/// @param note the note; null if the file is JSON, which nobody vouches for
/// @param vouches one for each signature of the note
record CheckpointFile(Checkpoint checkpoint, @Nullable CheckpointNote note, List<Vouch> vouches) {
    static final String OPTION = "--checkpoint";
    static final String VERIFIER = "--note-verifier";

    /// Null if none is given.
    static @Nullable CheckpointFile of(Arguments arguments) throws UsageException, SourceException {
        String file = arguments.value(OPTION);
        if (file == null) {
            if (arguments.value(VERIFIER) != null) {
                throw new UsageException(VERIFIER + " goes with the note of --checkpoint FILE");
            }
            return null;
        }
        byte[] bytes = SmallFile.read(Options.path(file));
        if (!CarriedCheckpoints.isNote(bytes)) {
            return new CheckpointFile(
                    Options.described(file, Descriptions.checkpoint(bytes)), null, List.of());
        }
        return note(file, bytes, arguments);
    }

    /// A note whose signatures are checked.
    ///
    /// @throws UsageException if it is none, or is to be rejected
    static CheckpointFile note(String file, byte[] bytes, Arguments arguments)
            throws UsageException, SourceException {
        CheckpointNote note = Options.described(file, CheckpointNote.read(bytes));
        List<NoteVerifier> given = verifiers(arguments.value(VERIFIER));
        List<NoteVerifier> known = new ArrayList<>(given);
        known.addAll(kept(arguments));
        List<Vouch> vouches = Vouch.of(note.note(), known);
        String rejected = VouchText.rejected(vouches, !given.isEmpty());
        if (rejected != null) {
            throw new UsageException(file + " cannot be relied on: " + rejected);
        }
        return new CheckpointFile(note.checkpoint(), note, vouches);
    }

    /// Those that the workspace keeps: a note of somebody else is then not checked, as without any.
    private static List<NoteVerifier> kept(Arguments arguments)
            throws UsageException, SourceException {
        String workspace = arguments.value(WorkspaceOption.NAME);
        return workspace == null
                ? List.of()
                : new WitnessKeys(new WorkspaceFolder(Options.path(workspace)).witnesses()).read();
    }

    /// A checkpoint in either form; nothing is verified.
    static Described<Checkpoint> read(byte[] bytes) {
        if (!CarriedCheckpoints.isNote(bytes)) {
            return Descriptions.checkpoint(bytes);
        }
        return switch (CheckpointNote.read(bytes)) {
            case Described.Is<CheckpointNote>(CheckpointNote note) ->
                    new Described.Is<>(note.checkpoint());
            case Described.IsNot<CheckpointNote>(String why) -> new Described.IsNot<>(why);
        };
    }

    /// A key, or a file with one a line.
    private static List<NoteVerifier> verifiers(@Nullable String option)
            throws UsageException, SourceException {
        if (option == null) {
            return List.of();
        }
        if (NoteVerifier.read(option) instanceof Described.Is<NoteVerifier>(NoteVerifier one)) {
            return List.of(one);
        }
        List<NoteVerifier> known = new ArrayList<>();
        String text = new String(SmallFile.read(Options.path(option)), StandardCharsets.UTF_8);
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            known.add(Options.described(option, NoteVerifier.read(line)));
        }
        return known;
    }
}
