// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.platform.ListPicker;
import dev.countersign.app.platform.TextClipboard;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What leads out of the screen.
///
/// @param openRun shows a run
/// @param observe asks for a signed observation of a run
/// @param signOff asks for a signed sign-off of a month, with what is said of it so far
/// @param openFolder asks for a folder of runs
/// @param bundle makes a bundle of the runs that are to be looked at
/// @param report shows the workpaper of a month
/// @param lists asks for another system's list
/// @param clipboard takes copies
public record SamplesActions(
        Consumer<Path> openRun,
        Consumer<Path> observe,
        BiConsumer<YearMonth, String> signOff,
        Runnable openFolder,
        Runnable bundle,
        Consumer<YearMonth> report,
        ListPicker lists,
        TextClipboard clipboard) {}
