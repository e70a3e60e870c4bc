// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Where the screen leads, as the root has it.
///
/// @param integrity shows the log of a run directory
/// @param back goes to where one came from
public record RunActions(Consumer<Path> integrity, Runnable back) {}
