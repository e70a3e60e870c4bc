// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import java.util.ArrayList;
import java.util.List;

/// How one came to where one is. Never empty; the last one is shown.
///
/// @param routes from the rail's place to the one shown
record Trail(List<Route> routes) {
    Trail {
        routes = List.copyOf(routes);
    }

    static Trail at(Route place) {
        return new Trail(List.of(place));
    }

    Route here() {
        return routes.getLast();
    }

    boolean canGoBack() {
        return routes.size() > 1;
    }

    /// One deeper. Where one was already, one goes back to; another of the same kind takes the
    /// place of the one before, so that a trail stays short.
    Trail to(Route next) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).getClass() == next.getClass()) {
                List<Route> cut = new ArrayList<>(routes.subList(0, i));
                cut.add(next);
                return new Trail(cut);
            }
        }
        List<Route> longer = new ArrayList<>(routes);
        longer.add(next);
        return new Trail(longer);
    }

    /// One less deep; the same where that is not possible.
    Trail back() {
        return canGoBack() ? new Trail(routes.subList(0, routes.size() - 1)) : this;
    }
}
