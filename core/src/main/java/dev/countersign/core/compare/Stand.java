// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.chain.Checkpoint;

/// How both logs stand to one checkpoint.
///
/// @param name whose checkpoint it is, or the file it was read from
/// @param checkpoint what was seen
/// @param here how this log stands to it
/// @param there how the other one does
public record Stand(String name, Checkpoint checkpoint, Agreement here, Agreement there) {}
