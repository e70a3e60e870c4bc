// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import java.time.Instant;
import java.util.List;

/// A document before it has a format. Immutable.
///
/// @param title what it is
/// @param subtitle what it is about
/// @param at the instant it speaks of: no format knows another time
/// @param facts SHA-256 of the facts it was made of, in lower-case hex, the same in every format
/// @param sections in reading order
/// @param rows the results one by one, for formats that are one table: CSV
public record Report(
        String title,
        String subtitle,
        Instant at,
        String facts,
        List<Section> sections,
        Block.Table rows) {
    public Report {
        sections = List.copyOf(sections);
    }

    /// A part with a heading.
    ///
    /// @param title its heading; also the name of its sheet in a workbook
    /// @param blocks in reading order
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }

        public Section(String title, Block... blocks) {
            this(title, List.of(blocks));
        }
    }
}
