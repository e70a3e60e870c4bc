// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ResumeText;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.resume.ResumeOffer;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What lets a run go on after an act.
final class NextStep {
    private NextStep() {}

    /// Reads the run again.
    ///
    /// @return null if it does not go on, or cannot be read again, which is said: the act stands
    static @Nullable String of(
            Path path,
            RunReader reader,
            Policy policy,
            @Nullable WorkspaceFolder folder,
            Console console) {
        RunSnapshot run;
        try {
            run = reader.read(path);
        } catch (SourceException e) {
            console.complain("It is done, but could not be read again: " + e.getMessage());
            return null;
        }
        Path root = folder == null ? path : folder.root();
        return switch (ResumeOffer.of(run, policy, root)) {
            case ResumeOffer.Offered _ ->
                    "countersign resume "
                            + path
                            + " --workspace "
                            + (folder == null ? "DIR" : folder.root());
            case ResumeOffer.Unnamed _ -> ResumeText.byHand(run.workflow(), path);
            case ResumeOffer.Refused _ -> null;
        };
    }
}
