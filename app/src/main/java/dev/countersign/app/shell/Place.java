// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// An entry of the rail.
///
/// @param route where it leads
/// @param icon its shape
/// @param word its name
public record Place(Route route, Ikon icon, String word) {
    /// All of them, from top to bottom.
    public static List<Place> all() {
        return List.of(
                new Place(new Route.Queue(), Feather.INBOX, "Queue"),
                new Place(new Route.Integrity(null), Feather.LINK, "Integrity"),
                new Place(new Route.Findings(), Feather.FLAG, "Findings"),
                new Place(new Route.Samples(), Feather.PIE_CHART, "Samples"),
                new Place(new Route.Reports(), Feather.FILE_TEXT, "Reports"),
                new Place(new Route.Ledger(), Feather.BOOK, "Ledger"),
                new Place(new Route.Settings(), Feather.SETTINGS, "Settings"));
    }

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
