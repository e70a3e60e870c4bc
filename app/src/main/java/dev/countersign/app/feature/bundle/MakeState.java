// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.JobProgress;

import java.nio.file.Path;
import java.util.List;

/// What the sheet shows that makes a bundle: one of these at any time.
public sealed interface MakeState {
    /// It is not there.
    record Closed() implements MakeState {}

    /// Which runs?
    ///
    /// @param offers the likeliest first; at least one
    record Asking(List<MakeOffer> offers) implements MakeState {
        public Asking {
            offers = List.copyOf(offers);
        }
    }

    /// It is being made.
    ///
    /// @param progress how many bytes were read
    /// @param stopping whether it was asked to end
    record Making(Path file, int runs, JobProgress progress, boolean stopping)
            implements MakeState {}

    /// It was cancelled: nothing is left of it.
    record Stopped(Path file) implements MakeState {}

    /// It was made.
    record Made(BundleMade made) implements MakeState {}

    /// It was not made.
    ///
    /// @param sentence why
    record Failed(String sentence) implements MakeState {}
}
