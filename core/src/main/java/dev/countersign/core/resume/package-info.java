// SPDX-License-Identifier: Apache-2.0
/** Lets the producer of a run go on after a decision, by the command that the policy names. */
@NullMarked
package dev.countersign.core.resume;

import org.jspecify.annotations.NullMarked;
