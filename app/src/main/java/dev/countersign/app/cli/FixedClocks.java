// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What the workspaces around many runs have fixed of their clocks, each read once.
///
/// @param known by the folder of the workspace
record FixedClocks(Arguments arguments, Console console, Map<Path, KeptClocks> known) {
    FixedClocks(Arguments arguments, Console console) {
        this(arguments, console, new HashMap<>());
    }

    /// Those of a run's workspace, which is asked about clocks that ended: no others are judged,
    /// and to open a database takes longer than to verify a small log. A log is verified also
    /// beside one that cannot be read: then today's policy holds, and that is said.
    KeptDeadlines of(Path run) throws UsageException {
        WorkspaceFolder folder = WorkspaceOption.fixing(run, arguments);
        return folder == null
                ? KeptDeadlines.NONE
                : (runId, today) -> today.open() ? null : clocks(folder).fixed(runId, today);
    }

    private KeptClocks clocks(WorkspaceFolder folder) {
        KeptClocks before = known.get(folder.root());
        KeptClocks clocks = before == null ? read(folder) : before;
        known.put(folder.root(), clocks);
        return clocks;
    }

    private KeptClocks read(WorkspaceFolder folder) {
        try {
            return KeptClocks.of(folder);
        } catch (SourceException e) {
            console.complain(
                    e.getMessage()
                            + " The deadlines that it fixed are not known: those of today's policy"
                            + " are used.");
            return KeptClocks.none();
        }
    }
}
