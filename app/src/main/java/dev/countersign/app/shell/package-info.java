// SPDX-License-Identifier: Apache-2.0
/// The window: top bar, the screen in it, what is dropped on it, the key map over it.
@NullMarked
package dev.countersign.app.shell;

import org.jspecify.annotations.NullMarked;
