// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import java.nio.file.Path;

/// Looks at a path as the window does.
public final class PointedLooks {
    private PointedLooks() {}

    /// Looks, and forgets what it saw.
    public static void at(Path path) {
        var _ = Pointed.at(path);
    }
}
