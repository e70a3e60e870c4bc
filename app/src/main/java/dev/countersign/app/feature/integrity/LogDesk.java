// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;

/// What can be asked about a log that a person points at: a file, or a run directory, whose log is
/// meant. Everything here blocks.
public interface LogDesk extends RecoverLog, CompareLogs {
    /// Verifies it.
    ///
    /// @throws SourceException if it cannot be read
    Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// A few neighbouring records.
    ///
    /// @param index of the same log
    /// @param from the first one wanted, which the index knows
    /// @throws SourceException if it cannot be read
    List<RecordLine> records(Path path, ChainFormat format, LineIndex index, long from, int count)
            throws SourceException;

    /// One line, field by field.
    ///
    /// @throws SourceException if it cannot be read
    RecordText text(Path path, ChainFormat format, long offset, long length) throws SourceException;

    /// The first record at or after one whose line has a text in it; negative if there is none.
    ///
    /// @throws SourceException if it cannot be read
    long find(Path path, LogPicture picture, long from, String text, Cancellation cancellation)
            throws SourceException;

    /// What else in its run directory speaks for or against it; empty if it lies in none.
    ///
    /// @throws SourceException if that cannot be read
    List<Check> checks(Path path, Cancellation cancellation) throws SourceException;

    /// What the workspace has found about it.
    ///
    /// @throws SourceException if that cannot be read
    Kept kept(Path path) throws SourceException;
}
