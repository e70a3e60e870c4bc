// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import java.util.ArrayList;
import java.util.List;

/// From segments of records to runs of pixels: the worst state of a pixel wins, so that one bad
/// record in a million is seen. Pure; costs one step a segment and one a pixel.
public final class StripRuns {
    /// Neighbouring pixels in one state.
    ///
    /// @param from first pixel
    /// @param to the pixel after the last
    /// @param state the worst there
    record Run(int from, int to, RecordState state) {}

    private StripRuns() {}

    /// @param segments gapless from record 0, as in a report
    /// @param window which of the records
    /// @param width pixels to fill
    static List<Run> of(List<Segment> segments, StripWindow window, int width) {
        if (segments.isEmpty() || width <= 0 || window.size() <= 0) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        int next = at(segments, window.from());
        for (int from = 0; from < width; from++) {
            long first = window.recordAt(from, width);
            long end = Math.max(first + 1, window.recordAt(from + 1, width));
            while (segments.get(next).to() <= first) {
                next++;
            }
            append(runs, from, worst(segments, next, end));
        }
        return runs;
    }

    /// The place of the segment that has a record.
    ///
    /// @param segments one after the other; not empty
    /// @param record 0-based
    public static int at(List<Segment> segments, long record) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).to() <= record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
