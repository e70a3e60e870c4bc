// SPDX-License-Identifier: Apache-2.0
/// Deadlines: pure functions of (policy, facts, instant) (CLOCKS).
@NullMarked
package dev.countersign.core.clock;

import org.jspecify.annotations.NullMarked;
