// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import javafx.beans.value.ObservableValue;

import java.time.Instant;
import java.time.ZoneId;

/// What the screen has to know of time.
///
/// @param now the one moment that the whole window shows; it ticks
/// @param viewer the zone in which moments are told
/// @param clocks reads clocks
public record RunTime(ObservableValue<Instant> now, ZoneId viewer, ReadClock clocks) {}
