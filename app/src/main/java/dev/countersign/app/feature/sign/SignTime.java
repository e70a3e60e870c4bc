// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;

import javafx.beans.value.ObservableValue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BiFunction;

/// What the sheet has to know of time.
///
/// @param now the one moment that the whole window shows; it ticks
/// @param viewer the zone in which moments are told
/// @param clocks reads clocks
public record SignTime(
        ObservableValue<Instant> now,
        ZoneId viewer,
        BiFunction<RunClock, Instant, ClockReading> clocks) {}
