// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeRowsTest {
    @ParameterizedTest
    @CsvSource({
        "320, 32, 32", // ten
        "330, 32, 33", // still ten, each a little taller
        "350, 32, 35",
        "351, 32, 35", // whole pixels
        "352, 32, 32", // eleven
        "60, 32, 32", // one would be torn apart
        "20, 32, 32",
        "330, 0, 0"
    })
    void fillTheRoomWithAsManyAsThereIsRoomFor(double room, double row, double height) {
        assertThat(WholeRows.filling(room, row)).isEqualTo(height);
    }
}
