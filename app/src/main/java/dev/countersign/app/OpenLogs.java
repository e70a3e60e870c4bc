// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens the logs that a screen looks at, page by page. One in an archive stays open between two
/// looks, for a compressed one would be decompressed for each; two of them, since two copies are
/// compared. Any number of threads may read; what is put away is closed once nobody reads it.
final class OpenLogs {
    private static final int MOST = 2;

    private final Map<Key, Held> held = new LinkedHashMap<>(MOST, 1, true);

    private record Key(Path path, @Nullable String run) {}

    private static final class Held {
        private final LogPlace place;
        private int readers;
        private boolean away;

        Held(LogPlace place) {
            this.place = place;
        }
    }

    /// What is done with an open log.
    ///
    /// @param <T> what comes out
    interface Work<T> {
        T with(LogPlace place) throws SourceException;
    }

    /// Forgets what was open: the next reading sees what is there by then.
    void forget() throws SourceException {
        closeAll(away(0));
    }

    /// Reads a log.
    ///
    /// @param run which is meant where an archive holds several
    /// @param limits what an archive may cost
    <T> T read(Path path, @Nullable String run, LogPlace.Limits limits, Work<T> work)
            throws SourceException {
        Key key = new Key(path, run);
        Held open = taken(key);
        if (open == null) {
            LogPlace place = LogPlace.open(path, limits, run);
            if (!place.archived()) {
                try (place) {
                    return work.with(place);
                }
            }
            open = kept(key, place);
        }
        try {
            return work.with(open.place);
        } finally {
            givenBack(open);
        }
    }

    private synchronized @Nullable Held taken(Key key) {
        Held open = held.get(key);
        if (open != null) {
            open.readers++;
        }
        return open;
    }

    private Held kept(Key key, LogPlace place) throws SourceException {
        Held fresh = new Held(place);
        fresh.readers = 1;
        List<LogPlace> closing = new ArrayList<>();
        synchronized (this) {
            Held before = held.put(key, fresh);
            if (before != null) {
                putAway(before, closing);
            }
        }
        closing.addAll(away(MOST));
        closeAll(closing);
        return fresh;
    }

    /// Puts the oldest away until so many are left.
    private synchronized List<LogPlace> away(int left) {
        List<LogPlace> closing = new ArrayList<>();
        Iterator<Held> oldest = held.values().iterator();
        while (held.size() > left) {
            Held next = oldest.next();
            oldest.remove();
            putAway(next, closing);
        }
        return closing;
    }

    private static void putAway(Held open, List<LogPlace> closing) {
        open.away = true;
        if (open.readers == 0) {
            closing.add(open.place);
        }
    }

    private void givenBack(Held open) throws SourceException {
        boolean last;
        synchronized (this) {
            open.readers--;
            last = open.away && open.readers == 0;
        }
        if (last) {
            open.place.close();
        }
    }

    private static void closeAll(List<LogPlace> places) throws SourceException {
        for (LogPlace place : places) {
            place.close();
        }
    }
}
