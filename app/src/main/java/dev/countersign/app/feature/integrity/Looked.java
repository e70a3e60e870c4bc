// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.RecordText;

import org.jspecify.annotations.Nullable;

/// The record that is looked at, as far as it is known.
///
/// @param record its number
/// @param state its state
/// @param line what its row says; null while it is read
/// @param fault what is wrong with it; null if nothing is, or nothing is known yet
/// @param text what it says, field by field; null while it is read
public record Looked(
        long record,
        RecordState state,
        @Nullable RecordLine line,
        @Nullable FaultRow fault,
        @Nullable RecordText text) {}
