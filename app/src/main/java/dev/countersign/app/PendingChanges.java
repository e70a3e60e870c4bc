// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.workspace.Changes;

import java.util.HashSet;
import java.util.Set;

/// Where something may have changed since the last look; before the first one, everywhere. For use
/// by many threads.
final class PendingChanges {
    private Changes pending = Changes.EVERYWHERE;

    /// What the next look is to look at.
    synchronized Changes take() {
        Changes taken = pending;
        pending = new Changes(false, Set.of());
        return taken;
    }

    /// The next look is to look there, too.
    synchronized void remember(Changes news) {
        Set<Changes.Place> places = new HashSet<>(pending.places());
        places.addAll(news.places());
        pending = new Changes(pending.everywhere() || news.everywhere(), places);
    }
}
