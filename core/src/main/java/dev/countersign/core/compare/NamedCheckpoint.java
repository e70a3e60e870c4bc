// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Checkpoint;

/// A checkpoint and whose it is.
///
/// @param name of a witness, or of the file it was read from
/// @param checkpoint what was seen
public record NamedCheckpoint(String name, Checkpoint checkpoint) {}
