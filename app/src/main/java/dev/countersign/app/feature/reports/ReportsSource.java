// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.Optional;

/// Makes reports of what is open. All of it blocks.
public interface ReportsSource {
    /// What there is to report on; empty where no folder is open.
    ///
    /// @throws SourceException if it cannot be read
    Optional<ReportOffer> offer() throws SourceException;

    /// Reads everything again that a report is about, and lays it out.
    ///
    /// @param progress counts runs
    /// @return empty if it was cancelled
    /// @throws SourceException if something cannot be read
    Optional<MadeReport> make(ReportOrder order, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// Writes a report to a file that is not there yet; the ledger has it before anybody hears.
    ///
    /// @throws SourceException if there is something already, or it cannot be written
    SavedReport save(MadeReport report, WorkpaperFormat format, Path file) throws SourceException;

    /// Puts into the ledger that pages of a report went to a printer.
    ///
    /// @throws SourceException if the ledger cannot be written
    void printed(MadeReport report, String printer, PageSpan pages) throws SourceException;
}
