// SPDX-License-Identifier: Apache-2.0
/// The sheet over checkpoints that others have seen: what they are, and what importing them found.
@NullMarked
package dev.countersign.app.feature.checkpoint;

import org.jspecify.annotations.NullMarked;
