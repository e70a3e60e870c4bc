// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.control.ElidedId;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;

/// A shortened id has no gap, however much room there is.
class ElidedIdRoomTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 153, 156, 159, 162, 400})
    void theEndFollowsWhatIsSeenOfTheBeginning(int room) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            var id = new ElidedId();
                            id.show("personal-trade-compliance-0c2f590e5e96");
                            var root = new StackPane(id);
                            var scene = new Scene(root, room, 40);
                            root.applyCss();
                            scene.getRoot().resize(room, 40);
                            root.layout();
                            var head = (Label) id.getChildrenUnmodifiable().getFirst();
                            var seen = (Text) head.lookup(".text");
                            assertThat(seen.getText().endsWith("…")).isEqualTo(room < 400);
                            assertThat(id.getChildrenUnmodifiable().getLast().getLayoutX())
                                    .isEqualTo(
                                            head.getLayoutX() + seen.getLayoutBounds().getWidth());
                        })
                .get(30, TimeUnit.SECONDS);
    }
}
