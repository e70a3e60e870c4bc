// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What is searched for, and with what.
///
/// @param report what the verifier says of the whole log
/// @param record 0-based, counting non-blank lines
/// @param beside what lies beside the log
/// @param checkpoint what was seen of the log earlier, if anything: its head speaks too
/// @param budget after so long it ends
public record RecoveryRequest(
        ChainReport report,
        long record,
        BesideLog beside,
        @Nullable Checkpoint checkpoint,
        Duration budget) {}
