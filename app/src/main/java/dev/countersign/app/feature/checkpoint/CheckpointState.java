// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import java.nio.file.Path;

/// What the sheet shows: one of these at any time.
public sealed interface CheckpointState {
    /// It is not there.
    record Closed() implements CheckpointState {}

    /// A file is being read.
    record Reading(Path file) implements CheckpointState {}

    /// What it is, and whether to import it.
    record Asking(CheckpointOffer offer) implements CheckpointState {}

    /// It is being imported and compared.
    record Importing(CheckpointOffer offer) implements CheckpointState {}

    /// It was imported, and speaks against a log here.
    record Disagreeing(CheckpointOffer offer, CheckpointEnd end) implements CheckpointState {}

    /// It was not imported.
    ///
    /// @param sentence why
    record Refused(Path file, String sentence) implements CheckpointState {}
}
