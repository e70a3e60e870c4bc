// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for a file of holidays.
@FunctionalInterface
public interface CalendarPicker {
    /// An iCalendar file; empty if the person thought better of it.
    Optional<Path> calendar();
}
