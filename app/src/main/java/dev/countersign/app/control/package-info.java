// SPDX-License-Identifier: Apache-2.0
/// Controls that every screen may use; they know nothing of screens.
@NullMarked
package dev.countersign.app.control;

import org.jspecify.annotations.NullMarked;
