// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

import org.jspecify.annotations.Nullable;

/// Work under way that is worth showing. On the screen's thread.
public final class RunningJob implements Job {
    private final JobTitle title;
    private final ObservableBooleanValue onPage;
    private final ReadOnlyObjectWrapper<JobProgress> progress =
            new ReadOnlyObjectWrapper<>(JobProgress.NONE);
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private @Nullable Job job;
    private boolean ended;

    RunningJob(JobTitle title, ObservableBooleanValue onPage) {
        this.title = title;
        this.onPage = onPage;
    }

    /// What it is called.
    public JobTitle title() {
        return title;
    }

    /// Whether the page that is in sight says itself how far it is.
    public ObservableBooleanValue onPage() {
        return onPage;
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
