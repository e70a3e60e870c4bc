// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.run.Check;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/// The record that is looked at with all that it says, and what else in the run directory speaks
/// for or against the log. What must be read is read away from the screen.
public final class LookedModel {
    private final LogDesk desk;
    private final Jobs jobs;
    private final RecordsModel records;
    private final LongFunction<@Nullable FaultRow> faults;
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Check> checks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
    private @Nullable Path path;
    private @Nullable RecordText text;
    private long textOf = -1;
    private boolean reading;
    private @Nullable Job asking;
    private int asked;

    LookedModel(
            LogDesk desk,
            Jobs jobs,
            RecordsModel records,
            LongFunction<@Nullable FaultRow> faults) {
        this.desk = desk;
        this.jobs = jobs;
        this.records = records;
        this.faults = faults;
        records.selectedProperty().subscribe(this::look);
        records.arrivalsProperty().subscribe(this::look);
    }

    /// The record; null if none is looked at.
    public ReadOnlyObjectProperty<@Nullable Looked> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /// What else was checked; empty where the log lies in no run directory.
    public ObservableList<Check> checks() {
        return checks;
    }

    /// What the workspace has found about the log; null while that is asked.
    ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Whether the log lies in a run directory.
    boolean inRun() {
        return !checks.isEmpty();
    }

    void forget() {
        asked++;
        path = null;
        text = null;
        textOf = -1;
        checks.clear();
        kept.set(null);
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    /// From now on the log at a path is looked at.
    void open(Path opened) {
        path = opened;
    }

    /// Asks what else speaks for or against the log.
    void ask(Path opened) {
        int mine = asked;
        asking =
                jobs.<List<Check>>start(
                        (progress, cancellation) -> desk.checks(opened, cancellation),
                        progress -> {},
                        end -> {
                            if (mine == asked && end instanceof JobEnd.Done<List<Check>> done) {
                                checks.setAll(done.value());
                            }
                        });
        var _ =
                jobs.<Kept>start(
                        (progress, cancellation) -> desk.kept(opened),
                        progress -> {},
                        end -> {
                            if (mine == asked) {
                                kept.set(
                                        switch (end) {
                                            case JobEnd.Done<Kept>(Kept found, _) -> found;
                                            case JobEnd.Failed<Kept>(String why) ->
                                                    new Kept.Nowhere(why);
                                        });
                            }
                        });
    }

    private void look() {
        long record = records.selectedProperty().get();
        LogPicture picture = records.pictureProperty().get();
        if (record < 0 || picture == null) {
            looked.set(null);
            return;
        }
        RecordLine line = records.line(record);
        FaultRow fault = faults.apply(record);
        if (textOf != record) {
            text = null;
            read(record, picture, line, fault);
        }
        looked.set(new Looked(record, picture.state(record), line, fault, text));
    }

    private void read(
            long record, LogPicture picture, @Nullable RecordLine line, @Nullable FaultRow row) {
        Path of = path;
        long offset = row != null ? row.fault().offset() : line != null ? line.offset() : -1;
        long length = row != null ? row.fault().length() : line != null ? line.length() : -1;
        if (reading || of == null || offset < 0) {
            return; // it is asked for again when that has arrived
        }
        reading = true;
        int mine = asked;
        var _ =
                jobs.<RecordText>start(
                        (progress, cancellation) -> desk.text(of, picture.format(), offset, length),
                        progress -> {},
                        end -> {
                            reading = false;
                            if (mine == asked) {
                                arrived(record, end);
                            }
                        });
    }

    private void arrived(long record, JobEnd<RecordText> end) {
        text = end instanceof JobEnd.Done<RecordText> done ? done.value() : null;
        textOf = record;
        look();
    }
}
