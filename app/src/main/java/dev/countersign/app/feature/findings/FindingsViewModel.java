// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads the findings, and knows which of them are shown.
public final class FindingsViewModel {
    private static final int WORST = 1;
    private static final int LEAST = 4;

    private final FindingsSource source;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<FindingsState> state =
            new ReadOnlyObjectWrapper<>(new FindingsState.Loading());
    private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FindingRow> selected = new SimpleObjectProperty<>();
    private List<FindingRow> all = List.of();
    private Coverage coverage = Coverage.NONE;
    private FindingFilter filter = FindingFilter.ALL;
    private int asked;

    /// @param source where they come from
    /// @param jobs reads them
    /// @param clock local time
    public FindingsViewModel(FindingsSource source, Jobs jobs, Supplier<ZonedDateTime> clock) {
        this.source = source;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<FindingsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The rows that the filter leaves, the worst first.
    public ObservableList<FindingRow> rows() {
        return rows;
    }

    /// The finding whose evidence is shown.
    public ObjectProperty<@Nullable FindingRow> selectedProperty() {
        return selected;
    }

    /// The zone in which moments are told.
    public ZoneId viewer() {
        return clock.get().getZone();
    }

    /// Reads them; what is shown stays until that is done.
    public void refresh() {
        int mine = ++asked;
        jobs.<FindingsReading>start(
                (progress, cancellation) -> source.read(),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        ended(end);
                    }
                });
    }

    /// Picks rows by their words.
    public void type(String text) {
        if (!text.equals(filter.text())) {
            pick(filter.withText(text));
        }
    }

    /// Picks rows of a severity, or no longer does.
    public void toggle(int severity) {
        pick(filter.toggled(severity));
    }

    /// Leaves closed ones out, or no longer does.
    public void toggleOpen() {
        pick(filter.toggledOpen());
    }

    /// Shows all rows again; false if they were shown.
    public boolean clear() {
        boolean filtered = !filter.equals(FindingFilter.ALL);
        if (filtered) {
            pick(FindingFilter.ALL);
        }
        return filtered;
    }

    private void pick(FindingFilter wanted) {
        filter = wanted;
        if (state.get() instanceof FindingsState.Listed) {
            list();
        }
    }

    private void ended(JobEnd<FindingsReading> end) {
        switch (end) {
            case JobEnd.Failed<FindingsReading>(String sentence) ->
                    state.set(new FindingsState.Failed(sentence));
            case JobEnd.Done<FindingsReading>(FindingsReading reading, _) -> {
                Instant now = clock.get().toInstant();
                all = reading.findings().stream().map(e -> FindingRow.of(e, now)).toList();
                coverage = reading.coverage();
                if (!all.isEmpty()) {
                    list();
                } else if (coverage.runs() == 0) {
                    state.set(new FindingsState.Unchecked(coverage));
                } else {
                    state.set(new FindingsState.None(coverage));
                }
            }
        }
    }

    private void list() {
        FindingRow before = selected.get();
        rows.setAll(all.stream().filter(filter::matches).toList());
        FindingRow after = before == null ? null : withId(before.id());
        if (after == null && !rows.isEmpty()) {
            after = rows.getFirst();
        }
        List<Integer> counts = new ArrayList<>();
        for (int severity = WORST; severity <= LEAST; severity++) {
            int wanted = severity;
            counts.add((int) all.stream().filter(r -> r.finding().severity() == wanted).count());
        }
        state.set(new FindingsState.Listed(coverage, all.size(), counts, filter));
        selected.set(after);
    }

    private @Nullable FindingRow withId(String id) {
        for (FindingRow row : rows) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        return null;
    }
}
