// SPDX-License-Identifier: Apache-2.0
/// Searches for the text that a hash was made from, when somebody has edited the text and the hash
/// is still there. A hit is proof; the log is never written.
@NullMarked
package dev.countersign.core.recovery;

import org.jspecify.annotations.NullMarked;
