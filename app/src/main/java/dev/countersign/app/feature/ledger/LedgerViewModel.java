// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/// Reads the ledger, verifies it, exports it, and knows which entries are shown.
public final class LedgerViewModel {
    /// More than anybody reads; a filter picks among these.
    static final int MOST = 50_000;

    private final LedgerSource source;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<LedgerState> state =
            new ReadOnlyObjectWrapper<>(new LedgerState.Loading());
    private final ObservableList<LedgerRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LedgerRow> selected = new SimpleObjectProperty<>();
    private LedgerPage page = new LedgerPage(List.of(), 0);
    private LedgerChoices choices = LedgerChoices.NONE;
    private LedgerFilter filter = LedgerFilter.ALL;
    private LedgerCheck check = new LedgerCheck.NotChecked();
    private LedgerExport export = new LedgerExport.None();
    private @Nullable Job verifying;
    private int asked;

    /// @param source the ledger
    /// @param jobs runs long work
    /// @param clock local time
    public LedgerViewModel(LedgerSource source, Jobs jobs, Supplier<ZonedDateTime> clock) {
        this.source = source;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<LedgerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The entries that the filter leaves, the latest first.
    public ObservableList<LedgerRow> rows() {
        return rows;
    }

    /// The entry whose details are shown.
    public ObjectProperty<@Nullable LedgerRow> selectedProperty() {
        return selected;
    }

    /// Whether an entry is the first that is wrong.
    public boolean broken(LedgerRow row) {
        return check instanceof LedgerCheck.Checked(LedgerVerdict.Broken(long at, String _), var _)
                && at == row.entry();
    }

    /// The zone in which moments are told.
    public ZoneId viewer() {
        return clock.get().getZone();
    }

    /// Reads it; what is shown stays until that is done.
    public void refresh() {
        int mine = ++asked;
        jobs.<LedgerPage>start(
                (progress, cancellation) -> source.latest(MOST),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        ended(end);
                    }
                });
    }

    /// Picks entries.
    public void pick(LedgerFilter wanted) {
        if (!wanted.equals(filter)) {
            filter = wanted;
            if (state.get() instanceof LedgerState.Listed) {
                list();
            }
        }
    }

    /// Which entries are shown.
    public LedgerFilter filter() {
        return filter;
    }

    /// Shows all entries again; false if they were shown.
    public boolean clear() {
        boolean filtered = !filter.equals(LedgerFilter.ALL);
        pick(LedgerFilter.ALL);
        return filtered;
    }

    /// Verifies it from the first entry on.
    public void verify() {
        if (check instanceof LedgerCheck.Checking) {
            return;
        }
        told(new LedgerCheck.Checking(JobProgress.NONE, false));
        Job started = jobs.<LedgerVerdict>start(source::verify, this::progressed, this::verified);
        verifying = check instanceof LedgerCheck.Checking ? started : null;
    }

    /// Asks verifying to stop; false if nothing is being verified.
    public boolean stop() {
        if (check instanceof LedgerCheck.Checking checking && verifying != null) {
            told(new LedgerCheck.Checking(checking.progress(), true));
            verifying.cancel();
            return true;
        }
        return false;
    }

    /// Writes all of it to a file.
    public void export(Path file) {
        export = new LedgerExport.Writing(file);
        restate();
        jobs.<Long>start(
                (progress, cancellation) -> source.export(file),
                progress -> {},
                end -> {
                    export =
                            switch (end) {
                                case JobEnd.Done<Long>(Long entries, _) ->
                                        new LedgerExport.Written(file, entries);
                                case JobEnd.Failed<Long>(String sentence) ->
                                        new LedgerExport.Failed(sentence);
                            };
                    restate();
                });
    }

    private void progressed(JobProgress progress) {
        if (check instanceof LedgerCheck.Checking checking) {
            told(new LedgerCheck.Checking(progress, checking.stopping()));
        }
    }

    private void verified(JobEnd<LedgerVerdict> end) {
        verifying = null;
        told(
                switch (end) {
                    case JobEnd.Done<LedgerVerdict>(LedgerVerdict verdict, _) ->
                            new LedgerCheck.Checked(verdict, clock.get());
                    case JobEnd.Failed<LedgerVerdict>(String sentence) ->
                            new LedgerCheck.Failed(sentence);
                });
    }

    private void told(LedgerCheck news) {
        check = news;
        restate();
        if (news instanceof LedgerCheck.Checked(LedgerVerdict.Broken(long entry, String _), var _)
                && state.get() instanceof LedgerState.Listed) {
            goTo(entry);
        }
    }

    /// Selects an event, or where it is missing the next one that is there; a filter that hides it
    /// is let go.
    private void goTo(long entry) {
        LedgerRow there = from(entry, rows);
        if (there == null || there.entry() != entry) {
            clear();
            there = from(entry, rows);
        }
        if (there != null) {
            selected.set(there);
        }
    }

    /// The first event from a number on; null if all are before it.
    private static @Nullable LedgerRow from(long entry, List<LedgerRow> latestFirst) {
        for (LedgerRow row : latestFirst.reversed()) {
            if (row.entry() >= entry) {
                return row;
            }
        }
        return null;
    }

    private void ended(JobEnd<LedgerPage> end) {
        switch (end) {
            case JobEnd.Failed<LedgerPage>(String sentence) ->
                    state.set(new LedgerState.Failed(sentence));
            case JobEnd.Done<LedgerPage>(LedgerPage read, _) -> {
                page = read;
                choices = LedgerChoices.of(read.rows());
                if (read.rows().isEmpty()) {
                    state.set(new LedgerState.Empty());
                } else {
                    list();
                }
            }
        }
    }

    private void list() {
        LedgerRow before = selected.get();
        rows.setAll(page.rows().stream().filter(filter::matches).toList());
        state.set(listed());
        boolean there = before != null && rows.contains(before);
        selected.set(there ? before : rows.isEmpty() ? null : rows.getFirst());
    }

    private void restate() {
        if (state.get() instanceof LedgerState.Listed) {
            state.set(listed());
        }
    }

    private LedgerState listed() {
        return new LedgerState.Listed(
                page.total(), page.rows().size(), choices, filter, check, export);
    }
}
