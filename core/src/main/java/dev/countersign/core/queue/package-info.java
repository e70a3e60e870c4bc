// SPDX-License-Identifier: Apache-2.0
/// What waits for a human, in the order of its deadlines.
@NullMarked
package dev.countersign.core.queue;

import org.jspecify.annotations.NullMarked;
