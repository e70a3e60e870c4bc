// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.SearchKind;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/// Searches for what an edited record said, one record at a time.
public final class RecoveryModel {
    private final RecoverLog desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<RecoveryState> state =
            new ReadOnlyObjectWrapper<>(new RecoveryState.Idle());
    private final ReadOnlyObjectWrapper<Prospect> prospect =
            new ReadOnlyObjectWrapper<>(Prospect.UNKNOWN);
    private @Nullable Job job;
    private boolean looking;
    private int opened;
    private int asked;

    /// @param desk searches
    /// @param jobs runs it
    public RecoveryModel(RecoverLog desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<RecoveryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a hash is left that speaks for a record.
    ReadOnlyObjectProperty<Prospect> prospectProperty() {
        return prospect.getReadOnlyProperty();
    }

    /// Looks whether a hash is left that speaks for a record, unless that is known. While another
    /// one is looked at nothing is asked: it is asked for again when that has arrived.
    void look(Path path, ChainReport report, long record) {
        if (looking || prospect.get().record() == record) {
            return;
        }
        looking = true;
        int mine = opened;
        var _ =
                jobs.<Prospect>start(
                        (progress, cancellation) ->
                                new Prospect(
                                        record, desk.silence(path, report, record).orElse(null)),
                        progress -> {},
                        end -> {
                            if (mine == opened) {
                                looking = false;
                                prospect.set(
                                        end instanceof JobEnd.Done<Prospect>(Prospect found, _)
                                                ? found
                                                : new Prospect(record, null));
                            }
                        });
    }

    /// Forgets the log.
    void close() {
        opened++;
        looking = false;
        prospect.set(Prospect.UNKNOWN);
        forget();
    }

    /// Forgets what was found; stops what is under way.
    private void forget() {
        asked++;
        if (job != null) {
            job.cancel();
            job = null;
        }
        state.set(new RecoveryState.Idle());
    }

    /// Searches for the original of a record. What was under way is stopped.
    ///
    /// @param path what is open
    /// @param report what was found in it
    public void search(Path path, ChainReport report, long record) {
        forget();
        int mine = asked;
        var kind = new AtomicReference<>(SearchKind.LINK);
        state.set(new RecoveryState.Searching(record, SearchKind.LINK, 0, 0, false));
        Job started =
                jobs.<RecoveryResult>start(
                        (progress, cancellation) ->
                                desk.recover(
                                        path,
                                        report,
                                        record,
                                        (trying, tried) -> {
                                            kind.set(trying);
                                            progress.at(tried, 0, 0, 0);
                                        },
                                        cancellation),
                        progress -> {
                            if (mine == asked) {
                                progressed(record, kind.get(), progress);
                            }
                        },
                        end -> {
                            if (mine == asked) {
                                ended(record, end);
                            }
                        });
        if (mine == asked && state.get() instanceof RecoveryState.Searching) {
            job = started;
        }
    }

    /// Asks a search to stop.
    public void cancel() {
        if (job != null && state.get() instanceof RecoveryState.Searching s) {
            state.set(new RecoveryState.Searching(s.record(), s.kind(), s.tried(), s.rate(), true));
            job.cancel();
        }
    }

    /// Writes what was found into a folder.
    public void export(Path folder) {
        if (!(state.get() instanceof RecoveryState.Ended ended)
                || !(ended.result() instanceof RecoveryResult.Recovered found)) {
            return;
        }
        int mine = asked;
        var _ =
                jobs.<Path>start(
                        (progress, cancellation) -> desk.export(found, folder),
                        progress -> {},
                        end -> {
                            if (mine == asked) {
                                state.set(new RecoveryState.Ended(found, said(end)));
                            }
                        });
    }

    private static String said(JobEnd<Path> end) {
        return switch (end) {
            case JobEnd.Done<Path>(Path file, _) -> "Written to " + file;
            case JobEnd.Failed<Path>(String sentence) -> sentence;
        };
    }

    private void progressed(long record, SearchKind kind, JobProgress progress) {
        if (state.get() instanceof RecoveryState.Searching s) {
            state.set(
                    new RecoveryState.Searching(
                            record, kind, progress.done(), progress.rate(), s.stopping()));
        }
    }

    private void ended(long record, JobEnd<RecoveryResult> end) {
        job = null;
        state.set(
                switch (end) {
                    case JobEnd.Done<RecoveryResult>(RecoveryResult result, _) ->
                            new RecoveryState.Ended(result, "");
                    case JobEnd.Failed<RecoveryResult>(String sentence) ->
                            new RecoveryState.Failed(record, sentence);
                });
    }
}
