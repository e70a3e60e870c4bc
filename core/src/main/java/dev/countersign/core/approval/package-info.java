// SPDX-License-Identifier: Apache-2.0
/// Signed acts as records of a run log: what is stated, and whether a record's signature holds
/// (FORMATS 4).
@NullMarked
package dev.countersign.core.approval;

import org.jspecify.annotations.NullMarked;
