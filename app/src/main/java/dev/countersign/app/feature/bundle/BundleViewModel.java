// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.bundle.BundleState.Extracting;
import dev.countersign.core.bundle.BundleReport;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// Opens one bundle at a time, verifies it and extracts it. On the screen's thread.
public final class BundleViewModel {
    private final BundleSource source;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<BundleState> state =
            new ReadOnlyObjectWrapper<>(new BundleState.Closed());
    private final ObservableList<BundleRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable BundleRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable JobEnd<String>> digest =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Path bundle;
    private @Nullable Job job;
    private @Nullable Job digesting;
    private int opened;

    /// @param source opens bundles
    /// @param jobs runs long work
    public BundleViewModel(BundleSource source, Jobs jobs) {
        this.source = source;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<BundleState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// SHA-256 of the bundle that was verified, empty for a folder; null until it is known.
    public ReadOnlyObjectProperty<@Nullable JobEnd<String>> digestProperty() {
        return digest.getReadOnlyProperty();
    }

    /// Its runs.
    public ObservableList<BundleRow> rows() {
        return rows;
    }

    /// The run that Enter opens.
    public ObjectProperty<@Nullable BundleRow> selectedProperty() {
        return selected;
    }

    /// The bundle that is open; null if none is.
    public @Nullable Path bundle() {
        return bundle;
    }

    /// Opens a bundle, and verifies it.
    public void open(Path path) {
        if (job != null) {
            job.cancel();
            job = null;
        }
        if (digesting != null) {
            digesting.cancel();
            digesting = null;
        }
        int mine = ++opened;
        digest.set(null);
        bundle = path;
        rows.clear();
        state.set(new BundleState.Opening(path));
        jobs.<BundleLook>start(
                (progress, cancellation) -> source.look(path),
                progress -> {},
                end -> {
                    if (mine == opened) {
                        looked(path, end);
                    }
                });
    }

    /// Opens it again.
    public void again() {
        Path path = bundle;
        if (path != null) {
            open(path);
        }
    }

    private void looked(Path path, JobEnd<BundleLook> end) {
        switch (end) {
            case JobEnd.Done<BundleLook>(BundleLook.Opened(BundleListing listing), _) ->
                    verify(path, listing);
            case JobEnd.Done<BundleLook>(BundleLook.Refused(String sentence), _) ->
                    state.set(new BundleState.Refused(path, sentence));
            case JobEnd.Failed<BundleLook>(String sentence) ->
                    state.set(new BundleState.Refused(path, sentence));
        }
    }

    private void verify(Path path, BundleListing listing) {
        int mine = opened;
        rows.setAll(BundleRow.of(listing));
        selected.set(rows.isEmpty() ? null : rows.getFirst());
        state.set(new BundleState.Verifying(path, listing, JobProgress.NONE, false));
        Job started =
                jobs.<Optional<BundleReport>>start(
                        new JobTitle("Verifying " + path.getFileName(), JobTitle.Unit.BYTES),
                        (progress, cancellation) -> source.verify(path, progress, cancellation),
                        progress -> {
                            if (mine == opened
                                    && state.get() instanceof BundleState.Verifying now) {
                                state.set(
                                        new BundleState.Verifying(
                                                path, listing, progress, now.stopping()));
                            }
                        },
                        end -> {
                            if (mine == opened) {
                                job = null;
                                verified(path, listing, end);
                            }
                        });
        job = state.get() instanceof BundleState.Verifying ? started : null;
    }

    private void verified(Path path, BundleListing listing, JobEnd<Optional<BundleReport>> end) {
        switch (end) {
            case JobEnd.Failed<Optional<BundleReport>>(String sentence) ->
                    state.set(new BundleState.Refused(path, sentence));
            case JobEnd.Done<Optional<BundleReport>>(var report, _) -> {
                if (report.isEmpty()) {
                    state.set(new BundleState.Stopped(path, listing));
                    return;
                }
                state.set(
                        new BundleState.Verified(
                                path, listing, report.get(), new Extracting.None()));
                rows.setAll(BundleRow.of(path, report.get()));
                selected.set(null); // the table has lost its selection: it is told again
                selected.set(rows.isEmpty() ? null : rows.getFirst());
                digest(path);
            }
        }
    }

    /// What was verified is shown before the file is read once more for this.
    private void digest(Path path) {
        int mine = opened;
        digesting =
                jobs.<String>start(
                        (progress, cancellation) -> source.digest(path, cancellation),
                        progress -> {},
                        end -> {
                            if (mine == opened) {
                                digesting = null;
                                digest.set(end);
                            }
                        });
    }

    /// Asks verifying or extracting to stop; false if neither is under way.
    public boolean stop() {
        Job running = job;
        if (running == null) {
            return false;
        }
        switch (state.get()) {
            case BundleState.Verifying(var path, var listing, var progress, _) ->
                    state.set(new BundleState.Verifying(path, listing, progress, true));
            case BundleState.Verified shown
                    when shown.extraction() instanceof Extracting.Running now ->
                    extracting(new Extracting.Running(now.target(), now.progress(), true));
            default -> {
                return false;
            }
        }
        running.cancel();
        return true;
    }

    /// Extracts the bundle into a folder that is new or empty.
    public void extract(Path target) {
        if (!(state.get() instanceof BundleState.Verified shown)
                || shown.extraction() instanceof Extracting.Running) {
            return;
        }
        int mine = opened;
        extracting(new Extracting.Running(target, JobProgress.NONE, false));
        Job started =
                jobs.<Boolean>start(
                        new JobTitle(
                                "Extracting " + shown.bundle().getFileName(), JobTitle.Unit.BYTES),
                        (progress, cancellation) ->
                                source.extract(shown.bundle(), target, progress, cancellation),
                        progress -> {
                            if (mine == opened
                                    && state.get() instanceof BundleState.Verified(_, _, _, var at)
                                    && at instanceof Extracting.Running now) {
                                extracting(
                                        new Extracting.Running(target, progress, now.stopping()));
                            }
                        },
                        end -> {
                            if (mine == opened) {
                                job = null;
                                extracted(target, end);
                            }
                        });
        boolean running =
                state.get() instanceof BundleState.Verified(_, _, _, var at)
                        && at instanceof Extracting.Running;
        job = running ? started : null;
    }

    private void extracted(Path target, JobEnd<Boolean> end) {
        extracting(
                switch (end) {
                    case JobEnd.Done<Boolean>(Boolean whole, _) ->
                            whole ? new Extracting.Done(target) : new Extracting.Stopped(target);
                    case JobEnd.Failed<Boolean>(String why) -> new Extracting.Failed(why);
                });
    }

    private void extracting(Extracting news) {
        if (state.get() instanceof BundleState.Verified(var path, var listing, var report, _)) {
            state.set(new BundleState.Verified(path, listing, report, news));
        }
    }
}
