// SPDX-License-Identifier: Apache-2.0

package dev.countersign.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Starts the window. */
public final class Main extends Application {
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("Countersign");
        stage.setScene(new Scene(new Label("Countersign"), 480, 320));
        stage.show();
    }
}
