// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import org.jspecify.annotations.Nullable;

/// The screens that are built.
@FunctionalInterface
public interface Screens {
    /// The screen that shows a route; null where none does yet.
    @Nullable Screen of(Route route);
}
