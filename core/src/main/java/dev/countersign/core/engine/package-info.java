// SPDX-License-Identifier: Apache-2.0
/// The run engine: steps, checkpoints and the workflows that ship, byte-compatible with the
/// producer of the runs, so that either can resume what the other began (FORMATS 1).
@NullMarked
package dev.countersign.core.engine;

import org.jspecify.annotations.NullMarked;
