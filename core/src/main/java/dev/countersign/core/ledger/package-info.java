// SPDX-License-Identifier: Apache-2.0

/// What was done at the desk, as an event chain of its own (FORMATS 2, format B).
@NullMarked
package dev.countersign.core.ledger;

import org.jspecify.annotations.NullMarked;
