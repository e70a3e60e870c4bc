// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Notices that runs came, changed or went: the operating system tells where it can, and what it
/// cannot watch (a network share, more folders than it has room for, a source that is not there) is
/// looked at once a second, or less often where a look takes long. For one thread.
public final class RunWatch implements AutoCloseable {
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Looking takes at most one part in so many of the time.
    private static final long PATIENCE = 100;

    /// File systems whose changes elsewhere this machine does not hear of.
    private static final List<String> REMOTE =
            List.of("nfs", "cifs", "smb", "fuse", "9p", "afs", "ceph", "glusterfs", "virtiofs");

    private final List<Source> sources;
    private final Path root;

    /// Null where the system has none to give: there is room for so many on a machine.
    private final @Nullable WatchService service;

    /// What a watched folder belongs to.
    private final Map<WatchKey, Watched> watched = new HashMap<>();

    /// What is looked at, with what was seen last.
    private final Map<RunPlace, Long> polled = new HashMap<>();

    private final Set<Source> polledSources = new HashSet<>();
    private Set<Changes.Place> changed = new HashSet<>();
    private boolean everywhere;
    private long nextPoll = System.nanoTime();

    /// @param name of the run; null for the source's own folder
    private record Watched(Source source, @Nullable String name, Path folder) {}

    /// Where watching comes from.
    interface Services {
        WatchService open() throws IOException;
    }

    RunWatch(Path root, List<Source> sources) {
        this(root, sources, root.getFileSystem()::newWatchService);
    }

    RunWatch(Path root, List<Source> sources, Services services) {
        this.root = root;
        this.sources = List.copyOf(sources);
        this.service = opened(services);
        for (Source source : this.sources) {
            start(source);
        }
    }

    private static @Nullable WatchService opened(Services services) {
        try {
            return services.open();
        } catch (IOException e) {
            // no room for one more: everything is looked at
            return null;
        }
    }

    private void start(Source source) {
        switch (source.kind()) {
            case MISSING, LOG, BUNDLE -> polledSources.add(source);
            case RUN -> run(source, "");
            case FOLDER -> {
                if (remote(source.path()) || !register(source, null, source.path())) {
                    polledSources.add(source);
                }
                List<RunPlace> places = Survey.places(source);
                for (RunPlace place : places == null ? List.<RunPlace>of() : places) {
                    run(source, place.name());
                }
            }
        }
    }

    private static boolean remote(Path path) {
        try {
            String type = Files.getFileStore(path).type();
            return REMOTE.stream().anyMatch(type::startsWith);
        } catch (IOException e) {
            return true;
        }
    }

    private void run(Source source, String name) {
        RunPlace place = new RunPlace(source.stored(), name);
        Path folder = place.in(root);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path artifacts = folder.resolve("artifacts");
        boolean told =
                !polledSources.contains(source)
                        && register(source, name, folder)
                        && (!Files.isDirectory(artifacts, LinkOption.NOFOLLOW_LINKS)
                                || register(source, name, artifacts));
        if (!told) {
            polled.put(place, look(place));
        }
    }

    private boolean register(Source source, @Nullable String name, Path folder) {
        if (service == null) {
            return false;
        }
        try {
            WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            watched.put(key, new Watched(source, name, folder));
            return true;
        } catch (IOException e) {
            // no room for more, or it went: then it is looked at
            return false;
        }
    }

    /// Waits until something may have changed. Blocking.
    ///
    /// @param timeout at most so long
    /// @throws InterruptedException if the thread is told to stop
    public Changes awaitChange(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        boolean looks = !polled.isEmpty() || !polledSources.isEmpty();
        do {
            long left = Math.max(0, end - System.nanoTime());
            long untilPoll = Math.max(0, nextPoll - System.nanoTime());
            collect(looks ? Math.min(left, untilPoll) : left);
            if (looks && System.nanoTime() >= nextPoll) {
                poll();
            }
        } while (!everywhere && changed.isEmpty() && System.nanoTime() < end);
        Changes changes = new Changes(everywhere, changed);
        everywhere = false;
        changed = new HashSet<>();
        return changes;
    }

    private void collect(long nanos) throws InterruptedException {
        WatchService told = service;
        if (told == null) {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return;
        }
        try {
            WatchKey key = told.poll(nanos, TimeUnit.NANOSECONDS);
            while (key != null) {
                Watched where = watched.get(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    told(where, event);
                }
                if (!key.reset()) {
                    watched.remove(key);
                    everywhere |= where != null && where.name() == null;
                }
                key = told.poll();
            }
        } catch (ClosedWatchServiceException e) {
            everywhere = true;
        }
    }

    private void told(@Nullable Watched where, WatchEvent<?> event) {
        if (where == null || event.kind().equals(OVERFLOW)) {
            everywhere = true;
            return;
        }
        String inside = String.valueOf(event.context());
        String name = where.name();
        if (name == null) {
            // in a folder of runs a name is a run; a new one is watched before it is read
            if (event.kind().equals(ENTRY_CREATE)) {
                run(where.source(), inside);
            }
            changed.add(new Changes.Place(where.source().stored(), inside));
            return;
        }
        if (event.kind().equals(ENTRY_CREATE) && inside.equals("artifacts")) {
            register(where.source(), name, where.folder().resolve(inside));
        }
        changed.add(new Changes.Place(where.source().stored(), name));
    }

    private void poll() {
        long began = System.nanoTime();
        for (Map.Entry<RunPlace, Long> entry : polled.entrySet()) {
            long now = look(entry.getKey());
            if (now != entry.getValue()) {
                entry.setValue(now);
                RunPlace place = entry.getKey();
                changed.add(new Changes.Place(place.source(), place.name()));
            }
        }
        for (Source source : polledSources) {
            pollSource(source);
        }
        long end = System.nanoTime();
        nextPoll = end + Math.max(POLL_NANOS, (end - began) * PATIENCE);
    }

    /// New runs in a folder that cannot be watched; a source that comes, or goes.
    private void pollSource(Source source) {
        Source now = Survey.source(source.stored(), root);
        everywhere |= now.kind() != source.kind();
        List<RunPlace> places = Survey.places(now);
        for (RunPlace place : places == null ? List.<RunPlace>of() : places) {
            if (!polled.containsKey(place)) {
                polled.put(place, look(place));
                changed.add(new Changes.Place(place.source(), place.name()));
            }
        }
    }

    private long look(RunPlace place) {
        try {
            if (BundleLook.named(place.in(root)) || BundleLook.bag(place.in(root))) {
                Marks marks = BundleLook.at(place, root);
                return marks == null ? 0 : marks.all();
            }
            Look look = Look.at(place, root, false, true);
            return look == null ? 0 : look.marks().all();
        } catch (IOException | SourceException e) {
            return -1;
        }
    }

    /// Stops watching.
    @Override
    public void close() throws SourceException {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            throw new SourceException(
                    root, "watching could not be ended: " + e.getMessage() + ".", e);
        }
    }
}
