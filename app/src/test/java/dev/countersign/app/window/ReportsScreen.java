// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.sample.SamplePapers;

import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The reports screen, open on the usual papers.
@ExtendWith(WindowExtension.class)
abstract class ReportsScreen {
    final SamplePapers source = SamplePapers.usual();
    private Stage stage;
    ReportsPage page;

    @Start
    void start(Stage given) {
        HeadlessFx.install();
        stage = given;
    }

    @BeforeEach
    void open(FxRobot robot) {
        show(source, robot);
    }

    final void show(SamplePapers papers, FxRobot robot) {
        robot.interact(() -> {
            var window = new ReportsWindow(papers, 1180, 760);
            stage.setScene(window.scene);
            stage.show();
            page = new ReportsPage(window, robot);
        });
        page.settle();
    }

    final int pages() {
        return page.window().papers.pages().stateProperty().get().count();
    }

    final String page(int number) {
        return "Page " + number + " of " + pages();
    }
}
