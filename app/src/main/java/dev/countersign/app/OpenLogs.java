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
    private final Closing closing;

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

    /// How a log is closed.
    interface Closing {
        void close(LogPlace place) throws SourceException;
    }

    OpenLogs() {
        this(LogPlace::close);
    }

    OpenLogs(Closing closing) {
        this.closing = closing;
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
        List<LogPlace> displaced = List.of();
        Held open = taken(key);
        if (open == null) {
            LogPlace place = LogPlace.open(path, limits, run);
            if (!place.archived()) {
                try (place) {
                    return work.with(place);
                }
            }
            open = new Held(place);
            open.readers = 1;
            displaced = keep(key, open);
        }
        try {
            closeAll(displaced);
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

    /// Keeps it in the place of others, which are to be closed.
    private synchronized List<LogPlace> keep(Key key, Held fresh) {
        List<LogPlace> displaced = new ArrayList<>();
        Held before = held.put(key, fresh);
        if (before != null) {
            putAway(before, displaced);
        }
        displaced.addAll(away(MOST));
        return displaced;
    }

    /// Puts the oldest away until so many are left.
    private synchronized List<LogPlace> away(int left) {
        List<LogPlace> displaced = new ArrayList<>();
        Iterator<Held> oldest = held.values().iterator();
        while (held.size() > left) {
            Held next = oldest.next();
            oldest.remove();
            putAway(next, displaced);
        }
        return displaced;
    }

    private static void putAway(Held open, List<LogPlace> displaced) {
        open.away = true;
        if (open.readers == 0) {
            displaced.add(open.place);
        }
    }

    private void givenBack(Held open) throws SourceException {
        boolean last;
        synchronized (this) {
            open.readers--;
            last = open.away && open.readers == 0;
        }
        if (last) {
            closing.close(open.place);
        }
    }

    /// All of them, whatever one of them says.
    private void closeAll(List<LogPlace> places) throws SourceException {
        SourceException first = null;
        for (LogPlace place : places) {
            try {
                closing.close(place);
            } catch (SourceException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
