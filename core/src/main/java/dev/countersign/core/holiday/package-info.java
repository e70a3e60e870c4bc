// SPDX-License-Identifier: Apache-2.0
/// Holidays from calendar files and from a library, and the explicit act of putting them into a
/// policy.
@NullMarked
package dev.countersign.core.holiday;

import org.jspecify.annotations.NullMarked;
