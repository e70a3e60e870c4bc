// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Durability;

import java.nio.file.Path;
import java.time.InstantSource;

/// Where and when a run is executed.
///
/// @param root the folder of run directories; made if it is missing
/// @param recordedRoot the root as the checkpoint names it in its paths, which nobody follows
/// @param clock asked once for every record
/// @param durability when what is written survives a loss of power
public record RunPlace(
        Path root, String recordedRoot, InstantSource clock, Durability durability) {}
