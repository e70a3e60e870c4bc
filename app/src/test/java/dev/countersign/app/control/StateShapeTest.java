// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordState;
import dev.countersign.resources.Resources;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Each state of a record is told by a shape, a hue and a word: nobody needs to see colours.
class StateShapeTest {
    @Test
    void noTwoStatesHaveOneShapeOrOneWord() {
        RecordState[] states = RecordState.values();
        assertThat(Arrays.stream(states).map(StateShape::icon)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(states).map(StateText::word))
                .doesNotHaveDuplicates()
                .noneMatch(String::isEmpty);
    }

    @Test
    void eachStateHasAHue() throws IOException {
        String css;
        try (InputStream in = Resources.style("countersign").openStream()) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (RecordState state : RecordState.values()) {
            String selector = "." + ChainStripSkin.styleClass(state);
            assertThat(css.lines())
                    .as(selector)
                    .anyMatch(line ->
                            Arrays.asList(line.split("\\s*[,{]\\s*")).contains(selector)
                                    && line.contains("-cs-state: -cs-state-"));
        }
    }
}
