// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.platform.FileOpener;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.reperformance.TestKind;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/// What leads out of the screen.
///
/// @param files saves and shows files
/// @param clipboard takes copies
/// @param openEvidence shows a run where a test looked
/// @param sign keeps results in a file and asks for a signature under them
/// @param openFolder asks for a folder of runs
public record ReportsActions(
        Files files,
        TextClipboard clipboard,
        BiConsumer<Path, TestKind> openEvidence,
        BiConsumer<PopulationResults, Path> sign,
        Runnable openFolder) {
    /// What the desktop does with files.
    ///
    /// @param picker asks where to save
    /// @param opener opens a file that was saved
    /// @param shower shows its folder
    public record Files(SavePicker picker, FileOpener opener, FolderShower shower) {}
}
