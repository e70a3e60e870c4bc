// SPDX-License-Identifier: Apache-2.0
/// Words and formats for people, shared by the window and the command line. Pure: no window, no
/// clock, no disk.
@NullMarked
package dev.countersign.app.text;

import org.jspecify.annotations.NullMarked;
