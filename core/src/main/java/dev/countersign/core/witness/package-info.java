// SPDX-License-Identifier: Apache-2.0
/// Checkpoints that others vouch for: signed notes and cosignatures of the C2SP.
@NullMarked
package dev.countersign.core.witness;

import org.jspecify.annotations.NullMarked;
