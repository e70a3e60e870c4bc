// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Mark;

/// One thing that has to hold before somebody signs, and whether it does.
///
/// @param mark verified if it holds, failed if it does not, open if nobody can tell
/// @param sentence what holds, what does not, or why nobody can tell
record Safeguard(Mark mark, String sentence) {}
