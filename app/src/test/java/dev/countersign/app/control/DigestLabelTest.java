// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestLabelTest {
    private static final String ONE = "0123456789ab".repeat(5) + "cdef";

    @Test
    void digestsThatDifferInTheMiddleOnlyAreNotToldApartByTheirEnds() {
        String middle = ONE.substring(0, 30) + "0" + ONE.substring(31);
        assertThat(middle).isNotEqualTo(ONE);
        assertThat(DigestLabel.toldApart(ONE, middle)).isFalse();
        assertThat(DigestLabel.toldApart(ONE, "f" + ONE.substring(1))).isTrue();
        assertThat(DigestLabel.toldApart(ONE, null)).isTrue();
    }
}
