// SPDX-License-Identifier: Apache-2.0
/// Hash chains as data: formats, the verifier, its report of faults, and checkpoints (FORMATS 2, 3
/// and 6).
@NullMarked
package dev.countersign.core.chain;

import org.jspecify.annotations.NullMarked;
