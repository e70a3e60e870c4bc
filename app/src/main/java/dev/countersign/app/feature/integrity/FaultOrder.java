// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Faults by the records they are charged to.
///
/// @param rows in record order
record FaultOrder(List<FaultRow> rows) {
    FaultOrder {
        rows = List.copyOf(rows);
    }

    /// What is wrong with a record.
    @Nullable FaultRow of(long record) {
        int at = at(record);
        return at < rows.size() && rows.get(at).record() == record ? rows.get(at) : null;
    }

    /// The next fault after a record.
    @Nullable FaultRow after(long record) {
        int at = at(record + 1);
        return at < rows.size() ? rows.get(at) : null;
    }

    /// The last fault before a record.
    @Nullable FaultRow before(long record) {
        int at = at(record) - 1;
        return at >= 0 ? rows.get(at) : null;
    }

    /// How many faults stand before a record.
    int at(long record) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).record() < record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
