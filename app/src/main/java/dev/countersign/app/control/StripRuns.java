// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import java.util.ArrayList;
import java.util.List;

/// From segments of records to runs of pixels: the worst state of a pixel wins, so that one bad
/// record in a million is seen. Pure; costs one step a segment and one a pixel.
final class StripRuns {
    /// Neighbouring pixels in one state.
    ///
    /// @param from first pixel
    /// @param to the pixel after the last
    /// @param state the worst there
    record Run(int from, int to, RecordState state) {}

    private StripRuns() {}

    /// @param segments gapless from record 0, as in a report
    /// @param width pixels to fill
    static List<Run> of(List<Segment> segments, int width) {
        if (segments.isEmpty() || width <= 0) {
            return List.of();
        }
        long records = segments.getLast().to();
        List<Run> runs = new ArrayList<>();
        int next = 0;
        for (int from = 0; from < width; from++) {
            long first = recordAt(from, records, width);
            long end = Math.max(first + 1, recordAt(from + 1, records, width));
            while (segments.get(next).to() <= first) {
                next++;
            }
            append(runs, from, worst(segments, next, end));
        }
        return runs;
    }

    /// The first record that a pixel stands for.
    static long recordAt(int pixel, long records, int width) {
        return records * pixel / width;
    }

    /// The first pixel that shows a record.
    static int pixelOf(long record, long records, int width) {
        long pixel =
                records >= width
                        ? Math.ceilDiv((record + 1) * width, records) - 1
                        : Math.ceilDiv(record * width, records);
        return (int) Math.min(width - 1L, pixel);
    }

    private static RecordState worst(List<Segment> segments, int first, long end) {
        RecordState worst = segments.get(first).state();
        for (int i = first + 1; i < segments.size() && segments.get(i).from() < end; i++) {
            RecordState state = segments.get(i).state();
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return worst;
    }

    private static void append(List<Run> runs, int pixel, RecordState state) {
        if (!runs.isEmpty() && runs.getLast().state() == state) {
            Run last = runs.removeLast();
            runs.add(new Run(last.from(), pixel + 1, state));
        } else {
            runs.add(new Run(pixel, pixel + 1, state));
        }
    }
}
