// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import org.kordamp.ikonli.Ikon;

/// An entry of the rail.
///
/// @param route where it leads
/// @param icon its shape
/// @param word its name
public record Place(Route route, Ikon icon, String word) {
    /// Whether a route is shown as being here: a run or a bundle is found in the queue.
    boolean holds(Route other) {
        return switch (other) {
            case Route.Queue _, Route.Run _, Route.Bundle _ -> route instanceof Route.Queue;
            case Route.Integrity _ -> route instanceof Route.Integrity;
            case Route.Findings _ -> route instanceof Route.Findings;
            case Route.Reports _ -> route instanceof Route.Reports;
            case Route.Samples _ -> route instanceof Route.Samples;
            case Route.Ledger _ -> route instanceof Route.Ledger;
            case Route.Settings _ -> route instanceof Route.Settings;
        };
    }
}
