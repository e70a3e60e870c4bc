// SPDX-License-Identifier: Apache-2.0
/// Two copies of a log, aligned record by record: what is the same, what was changed, what only one
/// of them has, and what that proves.
@NullMarked
package dev.countersign.core.compare;

import org.jspecify.annotations.NullMarked;
