// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Threads;
import dev.countersign.app.platform.FolderShower;
import dev.countersign.app.platform.FxFilePicker;
import dev.countersign.app.platform.FxTextClipboard;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/// Starts the window. The first plain argument is opened, a log or a folder; else the folder that
/// was open last.
public final class Main extends Application {
    private final ExecutorService workers = Threads.workers("countersign");
    private final ScheduledExecutorService waiting = Threads.waiting("countersign-clock");

    private @Nullable WorkspaceAccess opened;

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // AWT draws pages, and never a window
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        UserData data = Wiring.userData();
        WorkspaceAccess access = Wiring.access(workers, data);
        opened = access;
        var memory = new WindowMemory(data.preferences(), workers);
        var picker = new FxFilePicker(stage, workers);
        FolderShower shower = this::show;
        var services =
                new WindowServices(
                        Wiring.verifier(workers, access),
                        Wiring.jobs(workers, waiting),
                        picker,
                        new FxTextClipboard(),
                        Wiring.clock(),
                        Wiring.runs(
                                workers, waiting, data, access, memory, picker, picker, picker,
                                shower));
        Wiring.Window window =
                Wiring.window(
                        services,
                        Wiring.office(workers, access, memory, picker, shower, this::show),
                        memory.preferences().width(),
                        memory.preferences().height());
        QueueDesk queue = window.desk().queue();
        memory.follow(window.themes(), queue == null ? null : queue.model().previewProperty());
        memory.follow(stage);
        stage.setOnHiding(e -> memory.leave(stage));
        stage.setOnCloseRequest(e -> {
            if (!window.desk().leaves(stage::close)) {
                e.consume();
            }
        });
        stage.setTitle("Countersign");
        stage.setMinWidth(1080);
        stage.setMinHeight(680);
        stage.setScene(window.scene());
        stage.show();
        if (!memory.notice().isEmpty()) {
            window.desk().say(memory.notice());
        }
        open(window.desk(), data);
    }

    /// In the desktop's own program for it.
    private void show(Path path) {
        getHostServices().showDocument(path.toUri().toString());
    }

    /// What the command line names, else what was open last.
    private void open(Desk desk, UserData data) {
        getParameters().getUnnamed().stream()
                .findFirst()
                .map(Path::of)
                .ifPresentOrElse(desk::open, () -> desk.reopen(data::last));
    }

    @Override
    public void stop() {
        if (opened != null) {
            opened.close();
        }
        waiting.shutdownNow();
        workers.shutdownNow();
    }
}
