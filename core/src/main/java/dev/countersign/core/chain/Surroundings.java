// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.NavigableMap;

/// The suspect records of a log and their neighbours, and where the log begins and ends.
///
/// @param seen by record number
/// @param anchor what the first record's link should say
/// @param firstRecord number of the first record that was read
/// @param lastRecord number of the last one
record Surroundings(
        NavigableMap<Long, Sighting> seen, String anchor, long firstRecord, long lastRecord) {
    @Nullable Sighting before(Sighting s) {
        return seen.get(s.record() - 1);
    }

    @Nullable Sighting after(Sighting s) {
        return seen.get(s.record() + 1);
    }

    /// The hash that a record's successor should name: what it carries, or what it should carry
    /// where that was edited and the successor still knows.
    @Nullable String tip(Sighting s) {
        if (s.isMalformed()) {
            return null;
        }
        Sighting next = after(s);
        boolean successorKnowsComputed =
                next != null && s.computed() != null && s.computed().equals(next.link());
        return !s.right() && successorKnowsComputed ? s.computed() : s.stored();
    }

    @Nullable String expectedLink(Sighting s) {
        if (s.record() == firstRecord) {
            return anchor;
        }
        Sighting before = before(s);
        return before == null ? null : tip(before);
    }

    /// Whether no right record precedes: then a genesis record is where it belongs.
    boolean nothingRightBefore(Sighting s) {
        for (long r = s.record() - 1; r >= firstRecord; r--) {
            Sighting earlier = seen.get(r);
            if (earlier == null || earlier.right()) {
                return false;
            }
        }
        return true;
    }

    boolean neighboursKnowEachOther(Sighting s) {
        Sighting next = after(s);
        String expected = expectedLink(s);
        return next != null && expected != null && expected.equals(next.link());
    }

    /// Whether a record that was met elsewhere is itself right: what is not suspect is.
    boolean right(Sighting s) {
        Sighting known = seen.get(s.record());
        return known == null || known.right();
    }
}
