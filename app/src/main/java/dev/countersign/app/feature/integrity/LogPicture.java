// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.StripRuns;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainGlimpse;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import java.util.ArrayList;
import java.util.List;

/// What can be drawn of a log: all of it, or what is known while it is verified and an estimate of
/// the rest. Immutable.
///
/// @param format the format it is read as
/// @param segments gapless runs of records by state, from 0; what is not read yet stands at the end
/// @param index where lines start
/// @param known how many records can be read by the index
/// @param whole whether all of it was read
public record LogPicture(
        ChainFormat format, List<Segment> segments, LineIndex index, long known, boolean whole) {
    public LogPicture {
        segments = List.copyOf(segments);
    }

    static LogPicture of(ChainReport report) {
        List<Segment> segments = report.segments();
        long records = segments.isEmpty() ? 0 : segments.getLast().to();
        return new LogPicture(report.format(), segments, report.index(), records, true);
    }

    /// @param bytes length of the whole log
    static LogPicture of(ChainGlimpse glimpse, long bytes) {
        long known = glimpse.records();
        double share = glimpse.end() <= 0 ? 1 : (double) bytes / glimpse.end();
        long total = Math.max(known, Math.round(known * share));
        List<Segment> segments = new ArrayList<>(glimpse.segments());
        if (total > known && bytes > glimpse.end() + 2) {
            segments.add(new Segment(known, total, RecordState.UNREAD));
        }
        return new LogPicture(glimpse.format(), segments, glimpse.index(), known, false);
    }

    /// How many records there are, or will be.
    long records() {
        return segments.isEmpty() ? 0 : segments.getLast().to();
    }

    /// The state of a record.
    RecordState state(long record) {
        return segments.isEmpty()
                ? RecordState.UNREAD
                : segments.get(StripRuns.at(segments, record)).state();
    }
}
