// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.reperformance.TestKind;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/// What leads out of the screen.
///
/// @param picker asks where to save
/// @param clipboard takes copies
/// @param openEvidence shows a run where a test looked
/// @param sign keeps results in a file and asks for a signature under them
/// @param openFolder asks for a folder of runs
public record ReportsActions(
        SavePicker picker,
        TextClipboard clipboard,
        BiConsumer<Path, TestKind> openEvidence,
        BiConsumer<PopulationResults, Path> sign,
        Runnable openFolder) {}
