// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.run.ReadRun.Reading;
import dev.countersign.app.feature.sign.ResumeDesk;
import dev.countersign.app.feature.sign.ResumeResult;
import dev.countersign.app.feature.sign.ResumeWay;
import dev.countersign.app.text.ResumeText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeOffer;
import dev.countersign.core.resume.Resumed;
import dev.countersign.core.resume.Resumption;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lets runs go on by the command that the workspace names which somebody has opened, never one
/// that is found around a run: whoever hands over a folder must not say what is executed. Start and
/// end are in its ledger.
final class WorkspaceResume implements ResumeDesk {
    private static final int MOST_KEPT = 8 << 20;
    private static final int MOST_SHOWN = 20_000;

    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;
    private final Map<String, String> environment;

    /// @param environment the desk's own; a command is given little of it
    WorkspaceResume(WorkspaceRuns runs, WorkspaceAccess access, Map<String, String> environment) {
        this.runs = runs;
        this.access = access;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ResumeWay look(Path directory) throws SourceException {
        SharedWorkspace open = access.current();
        return open == null || !open.named()
                ? new ResumeWay.Elsewhere(ResumeText.NOT_OPENED)
                : open.with(workspace -> look(workspace, directory));
    }

    private ResumeWay look(Workspace workspace, Path directory) throws SourceException {
        if (!WorkspaceRuns.covers(workspace, directory)) {
            return new ResumeWay.Elsewhere(ResumeText.NOT_OPENED);
        }
        Reading now = runs.again(directory);
        return switch (ResumeOffer.of(now.run(), now.policy(), workspace.folder().root())) {
            case ResumeOffer.Offered(ResumeCommand command) -> new ResumeWay.Named(command);
            case ResumeOffer.Unnamed _ ->
                    new ResumeWay.Elsewhere(ResumeText.byHand(now.run().workflow(), directory));
            case ResumeOffer.Refused(var obstacle) -> new ResumeWay.Elsewhere(obstacle.sentence());
        };
    }

    /// The workspace stays open until the end is recorded; whoever closes it stops the command.
    @Override
    public ResumeResult run(Path directory, ResumeCommand command, Cancellation cancellation)
            throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null || !new ResumeWay.Named(command).equals(look(directory))) {
            throw new SourceException(directory, ResumeText.CHANGED);
        }
        List<String> notes = new ArrayList<>();
        Resumed resumed =
                open.with(workspace ->
                        run(
                                workspace,
                                command,
                                () -> cancellation.requested() || open.closed(),
                                notes));
        return result(directory, resumed, notes);
    }

    private Resumed run(
            Workspace workspace, ResumeCommand command, Cancellation stops, List<String> notes)
            throws SourceException {
        var _ = workspace.ledger().append(command.starting(access.person()));
        Resumed resumed =
                new Resumption(workspace.folder().resumes(), environment)
                        .run(command, access.desk().clock().instant(), stops);
        try {
            var _ = workspace.ledger().append(resumed.entry(access.person()));
        } catch (SourceException e) {
            notes.add("The ledger of this desk does not have how it ended: " + e.getMessage());
        }
        return resumed;
    }

    private ResumeResult result(Path directory, Resumed resumed, List<String> notes) {
        String output = "";
        try {
            output = end(resumed.output());
            access.wrote(directory);
            RunSnapshot after = runs.again(directory).run();
            String head = after.chain() == null ? null : after.chain().head();
            boolean goesOn = after.status() != RunStatus.APPROVED_PENDING_RESUME;
            return new ResumeResult(
                    resumed,
                    output,
                    head == null ? "" : head,
                    goesOn ? ResumeText.standing(after.status()) : ResumeText.STILL_WAITS,
                    goesOn,
                    notes);
        } catch (SourceException e) {
            notes.add("It could not be read again: " + e.getMessage());
            return new ResumeResult(resumed, output, "", "", false, notes);
        }
    }

    private static String end(Path output) throws SourceException {
        String text =
                new String(SmallFile.read(output, MOST_KEPT), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .stripTrailing();
        return text.length() <= MOST_SHOWN
                ? text
                : "…" + text.substring(text.length() - MOST_SHOWN);
    }
}
