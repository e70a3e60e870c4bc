// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.response.ImportEnd;
import dev.countersign.app.feature.response.ImportResponse;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.response.ResponseFound;
import dev.countersign.app.feature.response.ResponseOffer;
import dev.countersign.app.feature.run.ReadRun.Reading;
import dev.countersign.app.text.RefusalText;
import dev.countersign.app.text.ResponseText;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.ResponseImport;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Imports responses by the policy and the trust of the workspace around their run. What was
/// imported, or was not allowed to be, is in the ledger.
final class WorkspaceResponses implements ImportResponse {
    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;
    private final Stamps stamps;

    WorkspaceResponses(WorkspaceRuns runs, WorkspaceAccess access, Stamps stamps) {
        this.runs = runs;
        this.access = access;
        this.stamps = stamps;
    }

    @Override
    public ResponseFound look(Path file, @Nullable OpenRun open) throws SourceException {
        return switch (Stamps.isAnswer(file) ? stamps.answered(file) : Response.read(file)) {
            case Described.Is<Response>(Response response) -> look(file, response, open);
            case Described.IsNot<Response>(String why) ->
                    new ResponseFound.Refused(file + " " + why + ".");
        };
    }

    private ResponseFound look(Path file, Response response, @Nullable OpenRun open)
            throws SourceException {
        String id = response.runId();
        List<Path> places =
                open != null && open.runId().equals(id) ? List.of(open.directory()) : places(id);
        return switch (places.size()) {
            case 0 -> new ResponseFound.Refused(ResponseText.noRun(id));
            case 1 -> new ResponseFound.Offered(attempt(file, response, places.getFirst()).offer());
            default -> new ResponseFound.Refused(ResponseText.manyRuns(id, places.size()));
        };
    }

    /// Where runs of this id are; what was not seen yet is looked for.
    private List<Path> places(String id) throws SourceException {
        List<Path> places =
                access.with(workspace -> {
                    List<Path> known = places(workspace, id);
                    if (!known.isEmpty()) {
                        return known;
                    }
                    var _ = workspace.scan(Progress.NONE, Cancellation.NEVER);
                    return places(workspace, id);
                });
        return places == null ? List.of() : places;
    }

    private static List<Path> places(Workspace workspace, String id) throws SourceException {
        return workspace.runs().stream()
                .filter(run -> run.runId().equals(id))
                .map(RunSummary::directory)
                .toList();
    }

    /// A response held against its run as that is now.
    private record Attempt(ResponseImport work, ResponseOffer offer) {}

    private Attempt attempt(Path file, Response response, Path directory) throws SourceException {
        Reading now = runs.again(directory);
        var work = new ResponseImport(response, now.run(), now.policy());
        ActVerifier verifier = runs.verifier(directory);
        return new Attempt(
                work,
                new ResponseOffer(
                        file,
                        response,
                        directory,
                        work.act(),
                        work.person(),
                        work.verdict(verifier),
                        work.obstacles(verifier)));
    }

    @Override
    public ImportEnd record(ResponseOffer offer) throws SourceException {
        Attempt now = attempt(offer.file(), offer.response(), offer.run());
        if (!now.offer().obstacles().isEmpty()) {
            note(
                    entries()
                            .denied(
                                    now.work(),
                                    now.offer().file().toString(),
                                    now.offer().obstacles()));
            return new ImportEnd.Obstructed(now.offer());
        }
        return switch (now.work().record(Durability.EACH_WRITE)) {
            case Recording.Recorded(String head) -> recorded(now, head, "");
            case Recording.Unfinished(String head, SourceException trouble) ->
                    recorded(
                            now,
                            head,
                            ResponseText.unfinished(String.valueOf(trouble.getMessage())));
            case Recording.Refused(Refusal reason) ->
                    throw new SourceException(
                            offer.run(),
                            offer.run() + " was not written to: " + RefusalText.imported(reason));
        };
    }

    /// It is in the log, whatever becomes of the ledger.
    private ImportEnd recorded(Attempt attempt, String head, String note) {
        ResponseOffer offer = attempt.offer();
        ResponseImport work = attempt.work();
        String said = ResponseText.imported(offer.act(), offer.person(), offer.response().runId());
        String sentence = note.isEmpty() ? said : said + " " + note;
        try {
            note(entries().imported(work, head, offer.file().toString()));
        } catch (SourceException e) {
            sentence += " The ledger of this desk does not have it: " + e.getMessage();
        }
        access.wrote(offer.run());
        return new ImportEnd.Recorded(offer.run(), head, sentence);
    }

    private ActEntries entries() {
        return new ActEntries(access.person());
    }

    private void note(LedgerEntry entry) throws SourceException {
        var _ = access.with(workspace -> workspace.ledger().append(entry));
    }
}
