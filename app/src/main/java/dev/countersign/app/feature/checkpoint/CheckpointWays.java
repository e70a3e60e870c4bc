// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Where the sheet leads.
///
/// @param finding shows a finding
/// @param compare shows the log of a run, and what it can be compared with
/// @param seen hears that something was imported
public record CheckpointWays(Consumer<String> finding, Consumer<Path> compare, Runnable seen) {}
