// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.List;

/// What is known of a log while it is being verified: nothing of it is a verdict, and what is wrong
/// with a suspect record is said only at the end. Immutable.
///
/// @param format the format it is read as
/// @param records records read so far, from the first one on without a gap
/// @param faulty how many of them, or of the lines between them, are not right
/// @param end just after the last of them
/// @param segments gapless runs of them by state, from 0; suspects up to {@link Limits#maxFaults}
/// @param index where every 64th of their lines starts
public record ChainGlimpse(
        ChainFormat format,
        long records,
        long faulty,
        long end,
        List<Segment> segments,
        LineIndex index) {
    public ChainGlimpse {
        segments = List.copyOf(segments);
    }
}
