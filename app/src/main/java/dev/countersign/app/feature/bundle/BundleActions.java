// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.TextClipboard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What leads out of the screen.
///
/// @param openRun shows a run
/// @param open asks for a file and opens it
/// @param folder asks for a folder
/// @param clipboard takes copies
/// @param shower shows a folder
public record BundleActions(
        Consumer<Path> openRun,
        Runnable open,
        Supplier<Optional<Path>> folder,
        TextClipboard clipboard,
        FolderShower shower) {}
