// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import java.nio.file.Path;

/// What the sheet shows: one of these at any time.
public sealed interface ResponseState {
    /// It is not there.
    record Closed() implements ResponseState {}

    /// A file is being read.
    record Reading(Path file) implements ResponseState {}

    /// What it is, and whether it may be imported.
    record Asking(ResponseOffer offer) implements ResponseState {}

    /// It is being imported.
    record Importing(ResponseOffer offer) implements ResponseState {}

    /// It was not imported.
    ///
    /// @param file what was dropped
    /// @param sentence why, and what to do
    record Refused(Path file, String sentence) implements ResponseState {}
}
