// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeRowsTest {
    @ParameterizedTest
    @CsvSource({
        "330, 32, 50, 10",
        "320, 32, 50, 0",
        "330, 32, 10, 0",
        "330, 32, 11, 10",
        "330, 0, 50, 0",
        "20, 32, 50, 0"
    })
    void leavesBlankWhatIsTooLittleForARow(double room, double row, int rows, double spare) {
        assertThat(WholeRows.spare(room, row, rows)).isEqualTo(spare);
    }
}
