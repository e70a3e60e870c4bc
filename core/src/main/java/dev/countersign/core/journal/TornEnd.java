// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import java.nio.file.Path;

/// The beginning of a record, whose writer was killed, that was taken off the end of a log.
///
/// @param log that it was taken off
/// @param bytes how many
/// @param kept the new file that holds them
public record TornEnd(Path log, long bytes, Path kept) {}
