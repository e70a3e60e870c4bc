// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import org.jspecify.annotations.Nullable;

/// What is to be made.
///
/// @param kind which report
/// @param subject what it is about, if somebody has to pick
/// @param period of which days the ledger is asked
/// @param names who stands on it
public record ReportOrder(ReportKind kind, @Nullable Subject subject, Period period, Names names) {
    /// Whether everything is said that has to be.
    public boolean complete() {
        return (!kind.picks() || subject != null) && (!kind.bounded() || period.valid());
    }

    ReportOrder of(ReportKind other) {
        return other == kind ? this : new ReportOrder(other, null, period, names);
    }

    ReportOrder about(@Nullable Subject other) {
        return new ReportOrder(kind, other, period, names);
    }

    ReportOrder within(Period other) {
        return new ReportOrder(kind, subject, other, names);
    }

    ReportOrder by(Names others) {
        return new ReportOrder(kind, subject, period, others);
    }
}
