// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.checkpoint.CheckpointEnd;
import dev.countersign.app.feature.checkpoint.CheckpointFound;
import dev.countersign.app.feature.checkpoint.CheckpointOffer;
import dev.countersign.app.feature.checkpoint.ExchangeCheckpoints;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.VouchText;
import dev.countersign.app.text.WitnessedText;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CarriedCheckpoints;
import dev.countersign.core.witness.CarriedCheckpoints.Carried;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.Vouch;
import dev.countersign.core.witness.WitnessKeys;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checkpoints between the workspace that is open and others.
final class WorkspaceCheckpoints implements ExchangeCheckpoints {
    private final WorkspaceAccess access;

    WorkspaceCheckpoints(WorkspaceAccess access) {
        this.access = access;
    }

    private SharedWorkspace open(Path file) throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            throw new SourceException(
                    file, "No folder of runs is open: open one first, then exchange checkpoints.");
        }
        return open;
    }

    @Override
    public CheckpointFound look(Path file) throws SourceException {
        SharedWorkspace open = open(file);
        byte[] bytes = SmallFile.read(file, CarriedCheckpoints.MOST_BYTES);
        return switch (CarriedCheckpoints.read(bytes)) {
            case Described.IsNot<CarriedCheckpoints>(String why) ->
                    new CheckpointFound.Refused(file + " " + why + ".");
            case Described.Is<CarriedCheckpoints>(CarriedCheckpoints carried) ->
                    open.with(workspace -> found(workspace, file, bytes, carried));
        };
    }

    private CheckpointFound found(
            Workspace workspace, Path file, byte[] bytes, CarriedCheckpoints carried)
            throws SourceException {
        CheckpointNote note = carried.note();
        List<Vouch> vouches =
                note == null
                        ? List.of()
                        : Vouch.of(
                                note.note(),
                                new WitnessKeys(workspace.folder().witnesses()).read());
        String rejected = VouchText.rejected(vouches, false);
        if (rejected != null) {
            return new CheckpointFound.Refused(file + " cannot be relied on: " + rejected + ".");
        }
        String witness =
                note == null
                        ? String.valueOf(file.getFileName())
                        : Vouch.whose(vouches, note.origin());
        String sum = FileDigest.sha256(bytes);
        List<Witnessed> seen = new ArrayList<>();
        Set<String> runs = new HashSet<>();
        for (Carried one : carried.all()) {
            String run = one.runId();
            if (run == null) {
                return new CheckpointFound.Refused(
                        file
                                + " does not say which run it is about: `countersign checkpoint"
                                + " import` takes it with --run.");
            }
            runs.add(run);
            seen.add(new Witnessed(run, witness, one.checkpoint(), sum, access.person().id()));
        }
        return new CheckpointFound.Offered(
                new CheckpointOffer(file, witness, seen, here(workspace, runs), vouches));
    }

    /// How many of the runs are here; what was not seen yet is looked for.
    private static int here(Workspace workspace, Set<String> runs) throws SourceException {
        if (known(workspace, runs) < runs.size()) {
            var _ = workspace.scan(Progress.NONE, Cancellation.NEVER);
        }
        return known(workspace, runs);
    }

    private static int known(Workspace workspace, Set<String> runs) throws SourceException {
        Set<String> known = new HashSet<>(runs);
        known.retainAll(workspace.runs().stream().map(RunSummary::runId).toList());
        return known.size();
    }

    @Override
    public CheckpointEnd take(CheckpointOffer offer) throws SourceException {
        SharedWorkspace open = open(offer.file());
        try {
            return open.with(workspace -> taken(workspace, offer));
        } finally {
            open.acted();
        }
    }

    private CheckpointEnd taken(Workspace workspace, CheckpointOffer offer) throws SourceException {
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        int fresh = workspace.testimony().take(offer.seen(), access.person());
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        workspace.raise();
        Set<String> subjects = new HashSet<>();
        offer.seen().forEach(one -> subjects.add(one.checkpoint().head() + " " + one.witness()));
        Map<String, Path> places = new HashMap<>();
        workspace.runs().forEach(run -> places.putIfAbsent(run.runId(), run.directory()));
        List<CheckpointEnd.Disagreement> disagree = new ArrayList<>();
        for (Finding finding : workspace.findings(access.desk().clock().instant())) {
            if (finding.kind() == FindingKind.WITNESS_DISAGREES
                    && subjects.contains(finding.subject())) {
                disagree.add(new CheckpointEnd.Disagreement(finding, places.get(finding.runId())));
            }
        }
        String sentence = WitnessedText.imported(offer.seen().size(), fresh, disagree.size());
        return new CheckpointEnd(sentence, disagree);
    }

    @Override
    public String give(Path file) throws SourceException {
        SharedWorkspace open = open(file);
        int count = open.with(workspace -> written(workspace, file));
        open.record(
                DeskAction.EXPORTED,
                new Resource("checkpoint", file.toString()),
                JsonValue.object().with("checkpoints", count).build());
        return Numbers.count(count, "checkpoint") + " written to " + file + ".";
    }

    private static int written(Workspace workspace, Path file) throws SourceException {
        workspace.scan(Progress.NONE, Cancellation.NEVER);
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, List<Checkpoint>> run : workspace.testimony().own().entrySet()) {
            text.append(CarriedCheckpoints.line(run.getKey(), run.getValue().getLast()));
            count++;
        }
        if (count == 0) {
            throw new SourceException(
                    file, "This desk has seen no intact log yet: nothing was written.");
        }
        BundlePlace.made(file);
        SmallFile.replace(file, text.toString());
        return count;
    }
}
