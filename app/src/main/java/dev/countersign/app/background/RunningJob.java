// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// Work under way that is worth showing. On the screen's thread.
public final class RunningJob implements Job {
    private final JobTitle title;
    private final ReadOnlyObjectWrapper<JobProgress> progress =
            new ReadOnlyObjectWrapper<>(JobProgress.NONE);
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private @Nullable Job job;
    private boolean ended;

    RunningJob(JobTitle title) {
        this.title = title;
    }

    /// What it is called.
    public JobTitle title() {
        return title;
    }

    /// How far it is.
    public ReadOnlyObjectProperty<JobProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether it was asked to stop.
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        stopping.set(true);
        if (job != null) {
            job.cancel();
        }
    }

    void runs(Job started) {
        job = started;
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    void at(JobProgress now) {
        progress.set(now);
    }
}
