// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.core.source.SourceException;

/// Where findings come from.
@FunctionalInterface
public interface FindingsSource {
    /// Blocking.
    ///
    /// @throws SourceException if they cannot be read
    FindingsReading read() throws SourceException;
}
