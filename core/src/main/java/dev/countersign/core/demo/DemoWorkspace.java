// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.journal.NewFolder;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes a workspace of about forty runs of the last weeks: every state, near and breached
/// deadlines, an emergency, one log that was edited, one that was torn, one that was forked.
public final class DemoWorkspace {
    private DemoWorkspace() {}

    /// Writes it: `runs/`, and the built-in policy as `policy.json`. The same instant gives the
    /// same bytes. Not forced to disk: it can be made again.
    ///
    /// @param folder made if missing
    /// @param now what the runs are the last weeks of
    /// @return the names of the runs, in the order in which they were begun
    /// @throws SourceException if the folder is not empty, or cannot be written
    public static List<String> write(Path folder, Instant now) throws SourceException {
        NewFolder.make(folder);
        Path runs = folder.resolve("runs");
        NewFolder.make(runs);
        DemoCalendar calendar = new DemoCalendar(now);
        DemoDesk desk = new DemoDesk(runs, DefaultPolicy.get().references());
        new DemoHistory(desk, calendar).write();
        new DemoQueue(desk, calendar).write();
        new DemoBlocks(desk, calendar).write();
        new DemoTrades(desk, calendar).write();
        new DemoIncidents(desk, calendar).write();
        new DemoDamage(desk, calendar).write();
        SmallFile.replace(
                folder.resolve("policy.json"),
                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8));
        return desk.written();
    }
}
