// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.time.LocalDateTime;

/// The times that a zip can say.
public final class ZipTime {
    /// The first that Java writes without an extension, which would depend on the zone.
    public static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private ZipTime() {}
}
