// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.platform.CalendarPicker;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.TextClipboard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What the screen needs of the desktop.
///
/// @param folder asks for a folder of runs
/// @param calendar asks for a file of holidays
/// @param shower shows a folder
/// @param clipboard takes copies
/// @param exchange checkpoints between desks
public record SettingsActions(
        Supplier<Optional<Path>> folder,
        CalendarPicker calendar,
        FolderShower shower,
        TextClipboard clipboard,
        Exchange exchange) {
    /// Checkpoints between this desk and others.
    ///
    /// @param bring asks for a file of what others have seen
    /// @param give asks where to write what was seen here
    public record Exchange(Runnable bring, Runnable give) {}
}
