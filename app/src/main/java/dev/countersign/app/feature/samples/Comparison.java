// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.background.JobProgress;

/// How far the check is whether the population is all there was.
public sealed interface Comparison {
    /// Nobody asked.
    record NotDone() implements Comparison {}

    /// It is under way.
    record Running(JobProgress progress) implements Comparison {}

    /// It was done.
    record Done(Compared compared) implements Comparison {}

    /// It could not be done.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements Comparison {}
}
