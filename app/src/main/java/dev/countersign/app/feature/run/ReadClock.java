// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;

import java.time.Instant;

/// Says what a clock of a run says at an instant.
@FunctionalInterface
public interface ReadClock {
    /// Quick: it is asked each second.
    ClockReading at(RunClock clock, Instant now);
}
