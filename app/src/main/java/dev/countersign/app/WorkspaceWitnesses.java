// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.settings.WitnessDesk;
import dev.countersign.app.feature.settings.Witnesses;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.chain.Described;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.NoteVerifier;
import dev.countersign.core.witness.WitnessKeys;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.util.List;

/// The keys of witnesses that the workspace which is open keeps beside its trust anchors.
///
/// @param access which one that is
record WorkspaceWitnesses(WorkspaceAccess access) implements WitnessDesk {
    @Override
    public Witnesses witnesses() throws SourceException {
        Witnesses kept = access.with(WorkspaceWitnesses::kept);
        return kept == null ? new Witnesses(null, List.of()) : kept;
    }

    private static Witnesses kept(Workspace workspace) throws SourceException {
        Path file = workspace.folder().witnesses();
        return new Witnesses(file, new WitnessKeys(file).read());
    }

    @Override
    public Witnesses addWitness(String text) throws SourceException {
        switch (NoteVerifier.read(text)) {
            case Described.Is<NoteVerifier>(NoteVerifier key) ->
                    change("added", key, keys -> keys.add(key));
            case Described.IsNot<NoteVerifier>(String why) ->
                    throw new SourceException(
                            Path.of("witnesses.txt"),
                            Quotes.quoted(text.strip()) + " " + why + ".");
        }
        return witnesses();
    }

    @Override
    public Witnesses removeWitness(NoteVerifier key) throws SourceException {
        change("removed", key, keys -> keys.remove(key));
        return witnesses();
    }

    private interface Change {
        boolean of(WitnessKeys keys) throws SourceException;
    }

    private void change(String how, NoteVerifier key, Change change) throws SourceException {
        WitnessKeys keys =
                access.with(workspace -> new WitnessKeys(workspace.folder().witnesses()));
        if (keys != null && change.of(keys)) {
            access.record(
                    DeskAction.TRUST_CHANGED,
                    new Resource("trust", keys.file().toString()),
                    JsonValue.object().with(how, key.text()).build());
        }
    }
}
