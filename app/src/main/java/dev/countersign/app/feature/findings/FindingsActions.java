// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.platform.TextClipboard;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What leads out of the screen.
///
/// @param openRun shows a run directory
/// @param openChain shows the chain of a run directory
/// @param dispose asks for a signed disposition of the finding with an id
/// @param addSource asks for a folder of runs
/// @param clipboard takes copies
public record FindingsActions(
        Consumer<Path> openRun,
        Consumer<Path> openChain,
        Consumer<String> dispose,
        Runnable addSource,
        TextClipboard clipboard) {}
