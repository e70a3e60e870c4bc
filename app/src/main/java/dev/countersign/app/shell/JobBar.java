// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.RunningJob;
import dev.countersign.app.text.JobText;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import java.util.List;

/// Work under way, below every screen: the oldest, and how many more there are. Not there when
/// there is none but what the screen itself tells of.
final class JobBar {
    private final HBox root = new HBox();
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label news = new Label();
    private final Label more = new Label();
    private final Button cancel = new Button("Cancel");
    private final ObservableList<RunningJob> jobs;
    private Subscription heard = Subscription.EMPTY;

    JobBar(ObservableList<RunningJob> jobs) {
        this.jobs = jobs;
        root.setId("job-bar");
        root.getStyleClass().add("job-bar");
        news.getStyleClass().addAll("mono", "muted");
        news.setId("job-news");
        more.getStyleClass().add("muted");
        bar.setAccessibleText("Progress");
        cancel.setId("job-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        root.getChildren().setAll(title, bar, news, gap, more, cancel);
        jobs.addListener((ListChangeListener<RunningJob>) c -> refresh());
        refresh();
    }

    HBox root() {
        return root;
    }

    private void refresh() {
        heard.unsubscribe();
        heard =
                Subscription.combine(
                        jobs.stream()
                                .map(job -> job.onPage().subscribe(this::refresh))
                                .toArray(Subscription[]::new));
        List<RunningJob> below = jobs.stream().filter(job -> !job.onPage().get()).toList();
        root.setVisible(!below.isEmpty());
        root.setManaged(!below.isEmpty());
        if (!below.isEmpty()) {
            show(below.getFirst(), below.size() - 1);
        }
    }

    private void show(RunningJob job, int others) {
        title.setText(job.title().words());
        more.setText(others > 0 ? "and " + others + " more" : "");
        cancel.setAccessibleText("Cancel " + job.title().words());
        cancel.setOnAction(e -> job.cancel());
        heard =
                Subscription.combine(
                        heard,
                        job.progressProperty().subscribe(p -> show(job, p)),
                        job.stoppingProperty()
                                .subscribe(stopping -> {
                                    cancel.setDisable(stopping);
                                    cancel.setText(stopping ? "Stopping…" : "Cancel");
                                }));
    }

    private void show(RunningJob job, JobProgress progress) {
        bar.setProgress(progress.total() <= 0 ? 0 : progress.fraction());
        news.setText(
                JobText.news(
                        progress.done(),
                        progress.total(),
                        progress.rate(),
                        progress.left(),
                        switch (job.title().unit()) {
                            case BYTES -> JobText::bytes;
                            case RUNS -> JobText::runs;
                            case EVENTS -> JobText::events;
                        }));
    }
}
