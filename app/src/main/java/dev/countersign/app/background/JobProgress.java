// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How far work is.
///
/// @param done bytes read
/// @param total bytes to read
/// @param records records verified
/// @param faulty records among them that are not right
/// @param rate bytes a second, of late
/// @param left how long it will take at that rate; absent while that is a guess
public record JobProgress(
        long done, long total, long records, long faulty, double rate, @Nullable Duration left) {
    /// Nothing yet.
    public static final JobProgress NONE = new JobProgress(0, 0, 0, 0, 0, null);

    /// From 0 to 1; 0 if there is nothing to do.
    public double fraction() {
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }
}
