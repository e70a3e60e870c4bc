// SPDX-License-Identifier: Apache-2.0
/// The command line: the same core without a window. Loads nothing of JavaFX.
@NullMarked
package dev.countersign.app.cli;

import org.jspecify.annotations.NullMarked;
