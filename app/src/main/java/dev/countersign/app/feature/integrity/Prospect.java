// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.recovery.Silence;

import org.jspecify.annotations.Nullable;

/// Whether a search for what a record said has a hash to go by.
///
/// @param record whose; negative while nothing is known
/// @param silence why it has none; null if it has one, or if that could not be read
record Prospect(long record, @Nullable Silence silence) {
    /// Nothing is known.
    static final Prospect UNKNOWN = new Prospect(-1, null);
}
