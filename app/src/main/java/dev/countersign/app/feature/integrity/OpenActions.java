// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where the screen leads, as the root has it.
///
/// @param log asks for another log
/// @param folder asks for another run directory
/// @param other asks for another copy of the log that is open
/// @param target asks for a folder to write to
/// @param run shows the run that a log lies in; null where runs are not shown
/// @param escalate takes the run that a log lies in to others; null where runs are not shown
/// @param hold the same, to have its workflow put on hold
/// @param checkpoint asks for a checkpoint that somebody else has taken
/// @param finding shows a finding; null where they are not shown
public record OpenActions(
        Runnable log,
        Runnable folder,
        Supplier<Optional<Path>> other,
        Supplier<Optional<Path>> target,
        @Nullable Consumer<Path> run,
        @Nullable Consumer<Path> escalate,
        @Nullable Consumer<Path> hold,
        Runnable checkpoint,
        @Nullable Consumer<String> finding) {}
