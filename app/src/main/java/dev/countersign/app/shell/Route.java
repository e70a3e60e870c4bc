// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The places of the window. The root says which screen shows each.
public sealed interface Route {
    /// What waits for a decision.
    record Queue() implements Route {}

    /// Everything about one run.
    ///
    /// @param directory the run directory
    record Run(Path directory) implements Route {}

    /// A bundle of evidence.
    ///
    /// @param bundle an archive, or the folder of a bag
    record Bundle(Path bundle) implements Route {}

    /// The chain of one log.
    ///
    /// @param path a log or a run directory; null for the one that was open last
    record Integrity(@Nullable Path path) implements Route {}

    /// Exceptions and breaches.
    record Findings() implements Route {}

    /// Papers to take away, and what was performed again.
    record Reports() implements Route {}

    /// Populations of months, and who observed their samples.
    record Samples() implements Route {}

    /// What was done at this desk.
    record Ledger() implements Route {}

    /// Policy, sources, appearance.
    record Settings() implements Route {}
}
