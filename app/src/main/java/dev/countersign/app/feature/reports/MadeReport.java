// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.preview.PdfPages;
import dev.countersign.app.workpaper.Paper;
import dev.countersign.core.report.Attainment;

import java.util.List;

/// A report that is ready.
///
/// @param order what was asked for
/// @param paper what is saved
/// @param facts SHA-256 of its facts, in lower-case hex
/// @param pages as they come on paper
/// @param attainment how clocks were kept; none where no run was read
public record MadeReport(
        ReportOrder order, Paper paper, String facts, PdfPages pages, List<Attainment> attainment) {
    public MadeReport {
        attainment = List.copyOf(attainment);
    }
}
