// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.SamplesText;
import dev.countersign.app.text.SignOffText;
import dev.countersign.core.source.SourceException;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// One month at a time: reads it, holds it against a list, and does what is done to its sample. On
/// the screen's thread.
public final class SamplesViewModel {
    private final SamplesSource source;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<SamplesState> state =
            new ReadOnlyObjectWrapper<>(new SamplesState.Loading(null, JobProgress.NONE));
    private final CalculatorViewModel calculator;
    private final ObservableList<SampleRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SampleRow> selected = new SimpleObjectProperty<>();
    private Comparison comparison = new Comparison.NotDone();
    private Acting acting = new Acting.None();
    private List<YearMonth> months = List.of();
    private @Nullable YearMonth wanted;
    private @Nullable Job reading;
    private int asked;
    private int compared;

    /// @param source populations and samples
    /// @param jobs runs long work
    /// @param clock local time
    public SamplesViewModel(SamplesSource source, Jobs jobs, Supplier<ZonedDateTime> clock) {
        this.source = source;
        this.jobs = jobs;
        this.clock = clock;
        calculator = new CalculatorViewModel(jobs);
    }

    /// What is shown.
    public ReadOnlyObjectProperty<SamplesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How large a sample has to be, whatever the month.
    public CalculatorViewModel calculator() {
        return calculator;
    }

    /// The runs that are to be looked at: the drawn ones in draw order, then the others.
    public ObservableList<SampleRow> rows() {
        return rows;
    }

    /// The run that Enter opens.
    public ObjectProperty<@Nullable SampleRow> selectedProperty() {
        return selected;
    }

    /// The zone in which moments are told.
    public ZoneId viewer() {
        return clock.get().getZone();
    }

    /// Reads the month again; what is shown stays until that is done.
    public void refresh() {
        if (!(state.get() instanceof SamplesState.Shown)) {
            state.set(new SamplesState.Loading(wanted, JobProgress.NONE));
        }
        read();
    }

    /// Goes to an earlier (-1) or later (1) month; false if runs started in none.
    public boolean step(int by) {
        YearMonth here = wanted;
        if (here == null || !canStep(by)) {
            return false;
        }
        show(here.plusMonths(by));
        return true;
    }

    /// Whether there is such a month.
    public boolean canStep(int by) {
        YearMonth here = wanted;
        return here != null
                && !months.isEmpty()
                && (by < 0 ? here.isAfter(months.getFirst()) : here.isBefore(months.getLast()));
    }

    /// Shows a month.
    public void show(YearMonth month) {
        wanted = month;
        comparison = new Comparison.NotDone();
        acting = new Acting.None();
        compared++;
        state.set(new SamplesState.Loading(month, JobProgress.NONE));
        read();
    }

    /// Asks reading to stop; false if nothing is being read.
    public boolean stop() {
        if (reading != null && state.get() instanceof SamplesState.Loading) {
            reading.cancel();
            return true;
        }
        return false;
    }

    private void read() {
        if (reading != null) {
            reading.cancel();
        }
        int mine = ++asked;
        YearMonth month = wanted;
        Job started =
                jobs.<SamplesReading>start(
                        new JobTitle("Reading the sample", JobTitle.Unit.RUNS),
                        (progress, cancellation) -> source.read(month, progress, cancellation),
                        progress -> {
                            if (mine == asked && state.get() instanceof SamplesState.Loading) {
                                state.set(new SamplesState.Loading(month, progress));
                            }
                        },
                        end -> {
                            if (mine == asked) {
                                asked++;
                                reading = null;
                                ended(end);
                            }
                        });
        reading = mine == asked ? started : null;
    }

    private void ended(JobEnd<SamplesReading> end) {
        switch (end) {
            case JobEnd.Failed<SamplesReading>(String sentence) ->
                    state.set(new SamplesState.Failed(sentence));
            case JobEnd.Done<SamplesReading>(SamplesReading.NoFolder _, _) -> {
                wanted = null;
                state.set(new SamplesState.NoFolder());
            }
            case JobEnd.Done<SamplesReading>(SamplesReading.NoRuns _, _) -> {
                wanted = null;
                state.set(new SamplesState.NoRuns());
            }
            case JobEnd.Done<SamplesReading>(SamplesReading.Stopped _, _) ->
                    state.set(new SamplesState.Stopped());
            case JobEnd.Done<SamplesReading>(SamplesReading.Read read, _) -> {
                wanted = read.month();
                months = read.months();
                SampleRow before = selected.get();
                rows.setAll(SampleRow.of(read.coverage()));
                state.set(new SamplesState.Shown(read, comparison, acting));
                select(before);
            }
        }
    }

    /// The same run if it is still there, else the first.
    private void select(@Nullable SampleRow before) {
        SampleRow found = rows.isEmpty() ? null : rows.getFirst();
        for (SampleRow row : rows) {
            if (before != null && row.runId().equals(before.runId())) {
                found = row;
            }
        }
        selected.set(null); // the table has lost its selection: it is told again
        selected.set(found);
    }

    /// Looks for gaps, and holds the population against a list.
    ///
    /// @param file null: only gaps
    /// @param column of the file; null for its first
    public void compare(@Nullable Path file, @Nullable String column) {
        if (!(state.get() instanceof SamplesState.Shown shown)) {
            return;
        }
        int mine = ++compared;
        told(new Comparison.Running(JobProgress.NONE), acting);
        jobs.<Compared>start(
                new JobTitle("Checking completeness", JobTitle.Unit.RUNS),
                (progress, cancellation) ->
                        source.compare(
                                shown.reading().coverage().population(), file, column, progress),
                progress -> {
                    if (mine == compared) {
                        told(new Comparison.Running(progress), acting);
                    }
                },
                end -> {
                    if (mine == compared) {
                        compared++;
                        told(
                                switch (end) {
                                    case JobEnd.Done<Compared>(Compared done, _) ->
                                            new Comparison.Done(done);
                                    case JobEnd.Failed<Compared>(String sentence) ->
                                            new Comparison.Failed(sentence);
                                },
                                acting);
                    }
                });
    }

    /// Draws from the population that is shown.
    public void draw(DrawOrder order) {
        act(
                "Drawing\u2026",
                SamplesText::drawn,
                shown -> () -> source.draw(shown.coverage().population(), order));
    }

    /// Asks somebody to look at the selected run.
    public void assign(String to) {
        SampleRow row = selected.get();
        if (row != null && !to.isBlank()) {
            act(
                    "Assigning\u2026",
                    month -> SamplesText.assigned(row.runId(), to.strip()),
                    shown ->
                            () ->
                                    source.assign(
                                            shown.coverage().population(),
                                            row.runId(),
                                            to.strip()));
        }
    }

    /// Says that the whole sample was observed, without a signature.
    public void signOff(String note) {
        act(
                "Signing off\u2026",
                SignOffText::done,
                shown -> () -> source.signOff(shown.month(), note.strip()));
    }

    /// Something that blocks and may fail.
    private interface Act {
        void run() throws SourceException;
    }

    private void act(
            String doing, Function<YearMonth, String> did, Function<SamplesReading.Read, Act> how) {
        if (acting instanceof Acting.Doing
                || !(state.get() instanceof SamplesState.Shown(var shown, _, _))) {
            return;
        }
        told(comparison, new Acting.Doing(doing));
        Act act = how.apply(shown);
        jobs.<Boolean>start(
                (progress, cancellation) -> {
                    act.run();
                    return true;
                },
                progress -> {},
                end -> {
                    told(
                            comparison,
                            switch (end) {
                                case JobEnd.Done<Boolean> _ ->
                                        new Acting.Did(did.apply(shown.month()));
                                case JobEnd.Failed<Boolean>(String why) -> new Acting.Refused(why);
                            });
                    read();
                });
    }

    private void told(Comparison ofSource, Acting ofActs) {
        comparison = ofSource;
        acting = ofActs;
        if (state.get() instanceof SamplesState.Shown(var shown, _, _)) {
            state.set(new SamplesState.Shown(shown, ofSource, ofActs));
        }
    }
}
