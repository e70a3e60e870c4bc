// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

/// The last checkpoint of a workspace's ledger, a file beside its database: a database that was put
/// back to an older state does not bring it along. The file is as `countersign checkpoint` writes
/// them, so it serves to verify an export, and a copy of it elsewhere is worth more.
public final class LedgerCheckpoint {
    /// Its name in a workspace.
    public static final String FILE = "ledger-checkpoint.json";

    private LedgerCheckpoint() {}

    /// What was remembered last; null if nothing was.
    ///
    /// @throws SourceException if the file cannot be read or is no checkpoint: it was not written
    ///   so, and going on without it would hide what it has seen
    public static @Nullable Checkpoint read(Path file) throws SourceException {
        if (!SmallFile.exists(file)) {
            return null;
        }
        return switch (Descriptions.checkpoint(SmallFile.read(file))) {
            case Described.Is<Checkpoint>(Checkpoint checkpoint) -> checkpoint;
            case Described.IsNot<Checkpoint>(String why) ->
                    throw new SourceException(
                            file,
                            file
                                    + " "
                                    + why
                                    + ". It remembers the ledger: put a copy back, or remove it to"
                                    + " begin anew.");
        };
    }

    /// Verifies what came since the last checkpoint, as a desk does when it starts, and remembers
    /// the ledger as it is now, unless something speaks against it.
    ///
    /// @param file the checkpoint's
    /// @param now when that is
    /// @throws SourceException if the ledger or the checkpoint cannot be read, or not be written
    public static LedgerReport verifyAndRemember(LedgerStore store, Path file, Instant now)
            throws SourceException {
        Checkpoint last = read(file);
        LedgerReport report = store.verify(last);
        Checkpoint fresh = report.toRemember(now);
        boolean grown = fresh != null && (last == null || fresh.records() > last.records());
        if (fresh != null && grown) {
            SmallFile.replace(file, Descriptions.toJson(fresh).text() + "\n");
        }
        return report;
    }
}
