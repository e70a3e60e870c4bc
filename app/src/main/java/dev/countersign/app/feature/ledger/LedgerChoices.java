// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import java.util.List;
import java.util.TreeSet;

/// What entries can be picked by.
///
/// @param actors who did something, in order
/// @param actions what was done
/// @param resources kinds of things it was done to
public record LedgerChoices(List<String> actors, List<String> actions, List<String> resources) {
    /// Nothing to pick by.
    public static final LedgerChoices NONE = new LedgerChoices(List.of(), List.of(), List.of());

    public LedgerChoices {
        actors = List.copyOf(actors);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    static LedgerChoices of(List<LedgerRow> rows) {
        var actors = new TreeSet<String>();
        var actions = new TreeSet<String>();
        var resources = new TreeSet<String>();
        for (LedgerRow row : rows) {
            actors.add(row.actor());
            actions.add(row.action());
            resources.add(row.resourceType());
        }
        return new LedgerChoices(List.copyOf(actors), List.copyOf(actions), List.copyOf(resources));
    }
}
