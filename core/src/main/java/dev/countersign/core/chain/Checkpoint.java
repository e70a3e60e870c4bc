// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

/// What somebody saw of a log at a time: enough to notice later that it was cut or rewritten.
///
/// @param format name of the chain format
/// @param records how many records there were
/// @param head stored hash of the last one
/// @param sha256 of the file's bytes through the last record's last byte, without its line end;
///   lower-case hex
/// @param takenAt ISO 8601 instant
public record Checkpoint(
        String format,
        long records,
        String head,
        @Nullable String sha256,
        @Nullable String takenAt) {}
