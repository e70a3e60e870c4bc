// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import java.util.List;

/// The latest entries.
///
/// @param rows the latest first
/// @param total how many entries there are, those not here included
public record LedgerPage(List<LedgerRow> rows, long total) {
    public LedgerPage {
        rows = List.copyOf(rows);
    }
}
