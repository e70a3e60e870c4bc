// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.RowText;
import dev.countersign.core.chain.RecordLine;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The records of one log that were looked at lately, read in pages away from the screen. What is
/// not there yet is asked for and arrives later. On the screen's thread.
final class RecordPages {
    /// Records of a page.
    static final int PAGE = 128;

    private static final int MOST = 48;
    private static final int MOST_WANTED = 6;

    private final LogDesk desk;
    private final Jobs jobs;
    private final Path path;
    private final Runnable arrived;
    private final Map<Long, List<RecordLine>> pages = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Long, List<LinkDrawing>> drawings = new HashMap<>();
    private final Deque<Long> wanted = new ArrayDeque<>();
    private LogPicture picture;
    private boolean reading;
    private @Nullable String problem;
    private int lanes = 1;

    /// @param path what was opened
    /// @param picture what is known of it
    /// @param arrived hears when there is more
    RecordPages(LogDesk desk, Jobs jobs, Path path, LogPicture picture, Runnable arrived) {
        this.desk = desk;
        this.jobs = jobs;
        this.path = path;
        this.picture = picture;
        this.arrived = arrived;
    }

    /// More of the log is known, or its states.
    void grow(LogPicture now) {
        picture = now;
        drawings.clear();
    }

    /// Why records could not be read; null if they could.
    @Nullable String problem() {
        return problem;
    }

    /// A record; null if it is not there yet: then it is asked for.
    @Nullable RecordLine get(long record) {
        long page = record / PAGE;
        List<RecordLine> lines = pages.get(page);
        int place = (int) (record % PAGE);
        if (lines != null && place < lines.size()) {
            return lines.get(place);
        }
        if (record >= 0 && record < picture.known() && problem == null) {
            want(page);
        }
        return null;
    }

    /// How a record hangs in the chain; null if it is not there yet.
    @Nullable LinkDrawing drawing(long record) {
        long page = record / PAGE;
        List<RecordLine> lines = pages.get(page);
        int place = (int) (record % PAGE);
        if (lines == null || place >= lines.size()) {
            return null;
        }
        return drawings.computeIfAbsent(page, this::draw).get(place);
    }

    /// Together with the page before and the one after, where they are there.
    private List<LinkDrawing> draw(long page) {
        List<RecordLine> before = pages.getOrDefault(page - 1, List.of());
        List<RecordLine> own = pages.getOrDefault(page, List.of());
        List<RecordLine> after = pages.getOrDefault(page + 1, List.of());
        List<RecordLine> all = new ArrayList<>(before.size() == PAGE ? before : List.of());
        int skipped = all.size();
        all.addAll(own);
        all.addAll(after.subList(0, Math.min(1, after.size())));
        List<LinkDrawing> drawn =
                LinkLanes.of(all, picture::state, picture.format().genesis())
                        .subList(skipped, skipped + own.size());
        lanes = Math.max(lanes, drawn.stream().mapToInt(LinkDrawing::lanes).max().orElse(1));
        return drawn;
    }

    /// The most lanes that the records drawn so far need.
    int lanes() {
        return lanes;
    }

    private void want(long page) {
        if (!wanted.contains(page)) {
            wanted.addFirst(page); // what is looked at now comes first
            if (wanted.size() > MOST_WANTED) {
                wanted.removeLast();
            }
        }
        next();
    }

    private void next() {
        Long page = reading ? null : wanted.pollFirst();
        if (page == null) {
            return;
        }
        reading = true;
        LogPicture seen = picture;
        int count = (int) Math.min(PAGE, seen.known() - page * PAGE);
        var _ =
                jobs.<List<RecordLine>>start(
                        (progress, cancellation) ->
                                desk.records(path, seen.format(), seen.index(), page * PAGE, count),
                        progress -> {},
                        end -> ended(page, count, end));
    }

    private void ended(long page, int count, JobEnd<List<RecordLine>> end) {
        reading = false;
        switch (end) {
            case JobEnd.Done<List<RecordLine>>(List<RecordLine> lines, _) -> {
                keep(page, lines);
                problem = lines.size() < count ? RowText.CHANGED : problem;
            }
            case JobEnd.Failed<List<RecordLine>>(String sentence) -> problem = sentence;
        }
        arrived.run();
        next();
    }

    private void keep(long page, List<RecordLine> lines) {
        pages.put(page, lines);
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
        drawings.clear();
        drawings.put(page, draw(page));
        wanted.remove(page);
    }
}
