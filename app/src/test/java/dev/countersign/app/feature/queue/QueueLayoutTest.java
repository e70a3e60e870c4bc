// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "129, WIDE",
        "104, WIDE",
        "103, NARROW",
        "80, NARROW",
        "77, TALL",
        "69.8, TALL",
        "57, LIST",
        "10, LIST",
        "-1, LIST"
    })
    void takesWhatThereIsRoomFor(double ems, QueueLayout layout) {
        assertThat(QueueLayout.of(ems)).isEqualTo(layout);
    }
}
