// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import java.nio.file.Path;

/// How an import ended.
public sealed interface ImportEnd {
    /// It is in the log.
    ///
    /// @param run the run directory
    /// @param head the log's new head
    /// @param sentence that it is, and what else is to be known
    record Recorded(Path run, String head, String sentence) implements ImportEnd {}

    /// Something stands against it by now; nothing was written.
    ///
    /// @param offer as it is now
    record Obstructed(ResponseOffer offer) implements ImportEnd {}
}
