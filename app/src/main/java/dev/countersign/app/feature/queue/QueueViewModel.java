// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The queue of one source at a time: read, read again when it changed, filtered. On the screen's
/// thread.
public final class QueueViewModel {
    private final Jobs jobs;
    private final Ticker ticker;
    private final ZoneId viewer;
    private final Supplier<String> sitter;
    private final ReadOnlyObjectWrapper<QueueState> state =
            new ReadOnlyObjectWrapper<>(new QueueState.Empty());
    private final ReadOnlyObjectWrapper<Map<Pick, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable QueueRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<List<QueueRow>> chosen = new SimpleObjectProperty<>(List.of());
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableSet<Pick> filters =
            FXCollections.observableSet(EnumSet.noneOf(Pick.class));
    private final BooleanProperty preview = new SimpleBooleanProperty();
    private List<QueueRow> all = List.of();
    private String who = "";
    private @Nullable QueueSource source;
    private @Nullable Job job;
    private Runnable unwatch = () -> {};
    private boolean staleWhileReading;
    private int opened;
    private int ended;
    private Instant nextBreach = Instant.MAX;

    /// @param jobs reads away from the screen
    /// @param ticker owns now
    /// @param viewer the zone in which moments are told
    /// @param sitter who sits here, as records name them; empty if nobody has said
    public QueueViewModel(Jobs jobs, Ticker ticker, ZoneId viewer, Supplier<String> sitter) {
        this.jobs = jobs;
        this.ticker = ticker;
        this.viewer = viewer;
        this.sitter = sitter;
        ticker.nowProperty().subscribe(this::passed);
        text.subscribe(this::filter);
    }

    /// What is shown.
    public ReadOnlyObjectProperty<QueueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The rows that the filters let through, in the order of the queue.
    public ObservableList<QueueRow> rows() {
        return rows;
    }

    /// How many rows each filter would pick.
    public ReadOnlyObjectProperty<Map<Pick, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// All rows, whatever is filtered.
    public List<QueueRow> all() {
        return all;
    }

    /// The row that Enter opens; null if there is none.
    public ObjectProperty<@Nullable QueueRow> selectedProperty() {
        return selected;
    }

    /// All rows that are selected, in their order; {@link #selectedProperty()} is one of them.
    public ObjectProperty<List<QueueRow>> chosenProperty() {
        return chosen;
    }

    /// Whether the selected row is told beside the others.
    public BooleanProperty previewProperty() {
        return preview;
    }

    /// What is typed into the filter.
    public StringProperty textProperty() {
        return text;
    }

    /// The chosen filters.
    public ObservableSet<Pick> filters() {
        return filters;
    }

    /// Owns now.
    public Ticker ticker() {
        return ticker;
    }

    /// The zone in which moments are told.
    public ZoneId viewer() {
        return viewer;
    }

    /// Chooses a filter, or lets it go.
    public void toggle(Pick filter) {
        if (missing(filter).isEmpty()) {
            if (!filters.remove(filter)) {
                filters.add(filter);
            }
            filter();
        }
    }

    /// Why a filter cannot be chosen; empty if it can.
    String missing(Pick filter) {
        QueueSnapshot shown =
                state.get() instanceof QueueState.Ready ready ? ready.snapshot() : null;
        return switch (filter) {
            case BLOCKED, AWAITING_APPROVAL, FAILED, BREACHED -> "";
            case MINE -> shown == null ? QueueText.nobodyHere() : mine(shown).missing();
            case SAMPLED -> shown == null || shown.sampled() == null ? QueueText.notSampled() : "";
        };
    }

    private Mine mine(QueueSnapshot snapshot) {
        return new Mine(sitter.get().strip(), snapshot.policy());
    }

    /// Looks who sits here: it may be somebody else than when the rows were made.
    void lookWho() {
        if (state.get() instanceof QueueState.Ready ready && !who.equals(sitter.get())) {
            rows(ready.snapshot());
        }
    }

    /// Lets all filters go; whether there were any.
    public boolean clear() {
        boolean any = !filters.isEmpty() || !text.get().isEmpty();
        filters.clear();
        text.set("");
        filter();
        return any;
    }

    /// What a clock says; null if there is none, or while nothing is open.
    public @Nullable ClockReading reading(@Nullable RunClock clock, Instant now) {
        return clock != null && state.get() instanceof QueueState.Ready ready
                ? ready.snapshot().hours().reading(clock, now)
                : null;
    }

    /// Shows another source.
    public void open(QueueSource wanted) {
        unwatch.run();
        if (job != null) {
            job.cancel();
            job = null;
        }
        source = wanted;
        staleWhileReading = false;
        replace(List.of());
        state.set(new QueueState.Loading(wanted.name(), JobProgress.NONE));
        unwatch = wanted.watch(this::again);
        read(wanted);
    }

    /// Reads the source again; what is shown stays until that is done.
    public void again() {
        if (source == null) {
            return;
        }
        if (job != null) {
            staleWhileReading = true;
            return;
        }
        if (state.get() instanceof QueueState.Failed) {
            state.set(new QueueState.Loading(source.name(), JobProgress.NONE));
        }
        read(source);
    }

    /// Asks the first reading to stop; false if it is over.
    public boolean stop() {
        Job reading = state.get() instanceof QueueState.Loading ? job : null;
        if (reading != null) {
            reading.cancel();
        }
        return reading != null;
    }

    private void read(QueueSource from) {
        int mine = ++opened;
        Instant now = ticker.nowProperty().get();
        job =
                jobs.start(
                        new JobTitle(QueueText.READING, JobTitle.Unit.RUNS),
                        (progress, cancellation) -> from.read(now, progress, cancellation),
                        progress -> {
                            if (mine == opened && state.get() instanceof QueueState.Loading) {
                                state.set(new QueueState.Loading(from.name(), progress));
                            }
                        },
                        end -> {
                            if (mine == opened) {
                                ended = mine;
                                ended(from, end);
                            }
                        });
        if (ended == mine) {
            job = null; // it was over before it had a name
        }
    }

    private void ended(QueueSource from, JobEnd<QueueSnapshot> end) {
        job = null;
        switch (end) {
            case JobEnd.Done<QueueSnapshot>(QueueSnapshot snapshot, _) -> {
                state.set(new QueueState.Ready(from.name(), snapshot));
                rows(snapshot);
            }
            case JobEnd.Failed<QueueSnapshot>(String sentence) -> {
                replace(List.of());
                state.set(new QueueState.Failed(from.name(), sentence));
            }
        }
        if (staleWhileReading) {
            staleWhileReading = false;
            again();
        }
    }

    private void rows(QueueSnapshot snapshot) {
        who = sitter.get();
        Mine mine = mine(snapshot);
        filters.removeIf(filter -> !missing(filter).isEmpty());
        replace(
                snapshot.items().stream()
                        .map(item -> QueueRow.of(item, snapshot, mine.holds(item)))
                        .toList());
    }

    private void replace(List<QueueRow> wanted) {
        all = wanted;
        count(ticker.nowProperty().get());
        filter();
    }

    private void filter() {
        List<QueueRow> found =
                QueueQuery.of(text.get(), filters).in(all, ticker.nowProperty().get());
        QueueChoice kept = new QueueChoice(selected.get(), chosen.get()).in(found);
        rows.setAll(found);
        selected.set(null); // the table has lost its selection: it is told again
        selected.set(kept.row());
        chosen.set(kept.rows());
    }

    private void count(Instant now) {
        counts.set(QueueQuery.counts(all, now));
        nextBreach = QueueQuery.nextBreach(all, now);
    }

    /// Only a tick that reaches a deadline changes what is counted.
    private void passed(Instant now) {
        if (!now.isBefore(nextBreach)) {
            count(now);
            if (filters.contains(Pick.BREACHED)) {
                filter();
            }
        }
    }
}
