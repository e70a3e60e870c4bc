// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import java.util.Locale;

/// Which entries are shown. Empty means any.
///
/// @param text each of its words has to occur somewhere
/// @param actor who
/// @param action what was done
/// @param resource to what kind of thing
public record LedgerFilter(String text, String actor, String action, String resource) {
    /// All entries.
    public static final LedgerFilter ALL = new LedgerFilter("", "", "", "");

    boolean matches(LedgerRow row) {
        if (!is(actor, row.actor()) || !is(action, row.action())) {
            return false;
        }
        if (!is(resource, row.resourceType())) {
            return false;
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty() && !row.says(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(String wanted, String value) {
        return wanted.isEmpty() || wanted.equals(value);
    }

    LedgerFilter withText(String newText) {
        return new LedgerFilter(newText, actor, action, resource);
    }

    /// Only what one actor did.
    public LedgerFilter toActor(String newActor) {
        return new LedgerFilter(text, newActor, action, resource);
    }

    LedgerFilter withAction(String newAction) {
        return new LedgerFilter(text, actor, newAction, resource);
    }

    LedgerFilter withResource(String newResource) {
        return new LedgerFilter(text, actor, action, newResource);
    }
}
