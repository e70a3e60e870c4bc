// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// What can be done from anywhere in the window.
///
/// @param openLog asks for a log
/// @param openFolder asks for a folder: a run directory, a folder of runs, a workspace
/// @param open opens what was dropped
/// @param switchTheme the other of light and dark
/// @param systemTheme light or dark as the system says
/// @param resizeText larger (1), smaller (-1), usual (0)
public record ShellActions(
        Runnable openLog,
        Runnable openFolder,
        Consumer<Path> open,
        Runnable switchTheme,
        Runnable systemTheme,
        IntConsumer resizeText) {}
