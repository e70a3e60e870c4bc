// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Consumer;

/// What leads out of the queue.
///
/// @param openRun shows a run
/// @param openFolder asks for a folder
/// @param find asks which run to show
/// @param openSample shows the sample of a month
/// @param bundle makes a bundle of what is selected
/// @param demo writes and opens the demo workspace
public record QueueActions(
        Consumer<Path> openRun,
        Runnable openFolder,
        Runnable find,
        Consumer<YearMonth> openSample,
        Runnable bundle,
        Runnable demo) {}
