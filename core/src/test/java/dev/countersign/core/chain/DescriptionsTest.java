// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/// A format is refused if no log can have it: else every log would be called broken.
class DescriptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prev_field\": \"sum\"",
                "\"prev_field\": \"before\", \"covered\": [\"before\", \"sum\"]"
            })
    void noHashCoversItself(String rest) {
        String text =
                "{\"name\": \"C\", \"hash_field\": \"sum\", \"genesis\": \"\", \"profile\": \"B\", "
                        + rest
                        + "}";
        assertThat(Descriptions.format(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        new Described.IsNot<ChainFormat>(
                                "needs a `hash_field` that is neither `prev_field` nor among"
                                        + " `covered`: no hash covers itself"));
    }
}
