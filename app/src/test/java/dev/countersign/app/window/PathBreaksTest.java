// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.control.PathLabel;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a path breaks when the line is too short for it.
@ExtendWith(WindowExtension.class)
class PathBreaksTest {
    private static final Path LONG = Path.of("/srv/reviews/2026-q4/outbox/f-8e89c4edebb13e3d.json");

    @Test
    void aLongPathBreaksAfterAFolderAndIsCopiedAsItIs(FxRobot robot) {
        List<String> copied = new ArrayList<>();
        robot.interact(() -> {
            var path = new PathLabel("file", LONG, copied::add);
            var scene = new Scene(new StackPane(path), 260, 200);
            scene.snapshot(null); // laid out
            var text = (Text) path.getChildren().getFirst().lookup(".text");
            assertThat(lines(text))
                    .containsExactly("/srv/reviews/2026-q4/outbox/", "f-8e89c4edebb13e3d.json");
            ((Button) path.getChildren().getLast()).fire();
        });
        assertThat(copied).containsExactly(LONG.toString());
    }

    /// What is seen on each line.
    private static List<String> lines(Text text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double left = -1;
        for (int i = 0; i < text.getText().length(); i++) {
            double x = ((MoveTo) text.rangeShape(i, i + 1)[0]).getX();
            if (x < left) {
                lines.add(line.toString());
                line.setLength(0);
            }
            left = x;
            line.append(text.getText().charAt(i));
        }
        lines.add(line.toString());
        return lines.stream().map(said -> said.replace("\u2028", "")).toList();
    }
}
