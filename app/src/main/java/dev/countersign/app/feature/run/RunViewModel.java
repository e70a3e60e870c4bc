// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.signing.UnfinishedApproval;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens one run after the other, and knows what is to be shown of the last one opened.
public final class RunViewModel {
    private static final String STOPPED =
            "Reading was stopped before its log was verified: nothing is said about this run.";

    private final ReadRun reader;
    private final FinishRun finisher;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<RunState> state =
            new ReadOnlyObjectWrapper<>(new RunState.Empty());
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ObjectProperty<RunTab> tab = new SimpleObjectProperty<>(RunTab.RESULTS);
    private final IntegerProperty record = new SimpleIntegerProperty(-1);
    private final StringProperty identity = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ReadRun.OnFile> onFile =
            new ReadOnlyObjectWrapper<>(ReadRun.OnFile.NOTHING);
    private List<ClaimRow> rows = List.of();
    private String awaited = "";
    private int opened;

    /// @param reader reads runs
    /// @param finisher does the rest of the work where a crash left some
    /// @param jobs runs both
    public RunViewModel(ReadRun reader, FinishRun finisher, Jobs jobs) {
        this.reader = reader;
        this.finisher = finisher;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The index of the selected row of claims; -1 if there is none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The page beside the claims.
    public ObjectProperty<RunTab> tabProperty() {
        return tab;
    }

    /// Who signs, as far as that is known; empty if it is not.
    public StringProperty identityProperty() {
        return identity;
    }

    /// Why the rest of the work could not be done; empty if nothing is known to be wrong.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble;
    }

    /// What is on file about this run; nothing while it is asked.
    public ReadOnlyObjectProperty<ReadRun.OnFile> onFileProperty() {
        return onFile.getReadOnlyProperty();
    }

    /// What a crash left undone: approvals that the log has and `state.json` lacks.
    public List<StateApproval> unfinished() {
        return state.get() instanceof RunState.Shown shown && RunText.verifies(shown.run())
                ? UnfinishedApproval.of(shown.run())
                : List.of();
    }

    /// Does the rest of the work, and reads the run again.
    public void finish() {
        Path directory = directory();
        if (directory == null) {
            return;
        }
        var _ =
                jobs.start(
                        new JobTitle("Finishing state.json", JobTitle.Unit.BYTES),
                        (progress, cancellation) -> {
                            finisher.finish(directory);
                            return directory;
                        },
                        progress -> {},
                        end -> {
                            trouble.set(end instanceof JobEnd.Failed<Path>(String why) ? why : "");
                            if (directory.equals(directory())) {
                                again();
                            }
                        });
    }

    /// The index of the record that the timeline shows; -1 if none was asked for.
    public ReadOnlyIntegerProperty recordProperty() {
        return record;
    }

    /// The records of the run that is shown.
    public List<RunEvent> events() {
        return state.get() instanceof RunState.Shown shown ? shown.run().events() : List.of();
    }

    /// Shows a record in the timeline.
    public void show(RunEvent event) {
        record.set(-1); // the same one again is shown again
        tab.set(RunTab.TIMELINE);
        record.set(events().indexOf(event));
    }

    /// Claims and controls left open, in that order.
    public List<ClaimRow> rows() {
        return rows;
    }

    /// The row whose evidence is lit; null if none is.
    public @Nullable ClaimRow row() {
        int index = selected.get();
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    /// The run directory that is shown or being read; null before the first.
    public @Nullable Path directory() {
        return switch (state.get()) {
            case RunState.Empty _ -> null;
            case RunState.Loading loading -> loading.directory();
            case RunState.Shown shown -> shown.directory();
            case RunState.Failed failed -> failed.directory();
        };
    }

    /// Shows another run, from its first claim.
    public void open(Path directory) {
        rows = List.of();
        selected.set(-1);
        record.set(-1);
        awaited = "";
        trouble.set("");
        tab.set(RunTab.RESULTS);
        onFile.set(ReadRun.OnFile.NOTHING);
        state.set(new RunState.Loading(directory));
        read(directory);
    }

    /// Reads the same run again; what is shown stays until that is done, and so does the selection.
    public void again() {
        Path directory = directory();
        if (directory != null) {
            read(directory);
        }
    }

    /// Reads the same run again, and shows the record with this hash in the timeline.
    public void againAt(String head) {
        awaited = head;
        again();
    }

    /// Selects the next (1) or previous (-1) row of claims.
    public void step(int by) {
        if (!rows.isEmpty()) {
            selected.set(Math.clamp((long) selected.get() + by, 0, rows.size() - 1));
        }
    }

    private void read(Path directory) {
        int mine = ++opened;
        Path name = directory.getFileName();
        var title =
                new JobTitle("Reading " + Quotes.line(String.valueOf(name)), JobTitle.Unit.BYTES);
        var _ =
                jobs.<Optional<ReadRun.Reading>>start(
                        title,
                        (progress, cancellation) -> reader.read(directory, progress, cancellation),
                        progress -> {},
                        end -> {
                            if (mine == opened) {
                                ended(directory, end);
                            }
                        });
    }

    private void ended(Path directory, JobEnd<Optional<ReadRun.Reading>> end) {
        switch (end) {
            case JobEnd.Failed<Optional<ReadRun.Reading>>(String sentence) ->
                    failed(directory, sentence);
            case JobEnd.Done<Optional<ReadRun.Reading>>(var read, _) -> {
                if (read.isPresent()) {
                    shown(directory, read.get());
                } else if (!(state.get() instanceof RunState.Shown)) {
                    failed(directory, STOPPED);
                }
            }
        }
    }

    private void failed(Path directory, String sentence) {
        rows = List.of();
        selected.set(-1);
        state.set(new RunState.Failed(directory, sentence));
    }

    private void shown(Path directory, ReadRun.Reading read) {
        int before = selected.get();
        rows = ClaimRow.of(read.run());
        state.set(new RunState.Shown(directory, read));
        select(before);
        ask(directory);
        for (RunEvent event : read.run().events()) {
            if (!awaited.isEmpty() && awaited.equals(event.text("hash"))) {
                awaited = "";
                show(event);
            }
        }
    }

    private void ask(Path directory) {
        int mine = opened;
        var _ =
                jobs.<ReadRun.OnFile>start(
                        (progress, cancellation) -> reader.onFile(directory),
                        progress -> {},
                        end -> {
                            if (mine == opened && end instanceof JobEnd.Done<ReadRun.OnFile> done) {
                                onFile.set(done.value());
                            }
                        });
    }

    /// What was selected stays so; at first it is what speaks against the run.
    private void select(int before) {
        if (before >= 0 && before < rows.size()) {
            selected.set(before);
            return;
        }
        int first = rows.isEmpty() ? -1 : 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).negative()) {
                first = i;
            }
        }
        selected.set(first);
    }
}
