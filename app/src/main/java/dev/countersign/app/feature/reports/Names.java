// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

/// Who stands on a report.
///
/// @param preparer who made it; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record Names(String preparer, String reviewer) {
    /// Lines for both.
    public static final Names NONE = new Names("", "");
}
