// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import java.util.List;

/// What preparing an act gave.
public sealed interface Preparation {
    /// It may be signed.
    ///
    /// @param request the exact bytes, and where their signature goes
    record Ready(SigningRequest request) implements Preparation {}

    /// It may not.
    ///
    /// @param obstacles everything that stands against it, at least one
    record Refused(List<Obstacle> obstacles) implements Preparation {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }
}
