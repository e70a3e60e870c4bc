// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteDiffTest {
    @Test
    void comparesByteByByte() {
        ByteDiff diff = ByteDiff.of("00ff10", "00fe11");
        assertThat(diff.differing()).isEqualTo(2);
        assertThat(diff.pairs())
                .containsExactly(
                        new ByteDiff.Pair("00", "00"),
                        new ByteDiff.Pair("ff", "fe"),
                        new ByteDiff.Pair("10", "11"));
    }

    @Test
    void twoDigestsOfDifferentTextsAreUnlike() {
        assertThat(ByteDiff.of("00".repeat(32), "ff".repeat(32)).unlike()).isTrue();
        assertThat(ByteDiff.of("00".repeat(32), "ff".repeat(25) + "00".repeat(7)).unlike())
                .isTrue();
        assertThat(ByteDiff.of("00".repeat(32), "ff".repeat(24) + "00".repeat(8)).unlike())
                .isFalse();
        assertThat(ByteDiff.of("00", "00").unlike()).isFalse();
    }

    @Test
    void onlyHexOfOneLengthIsCompared() {
        assertThat(ByteDiff.comparable("00ff", "11ee")).isTrue();
        assertThat(ByteDiff.comparable("00ff", "11")).isFalse();
        assertThat(ByteDiff.comparable("00FF", "11ee")).isFalse();
        assertThat(ByteDiff.comparable("genesi", "00ff11")).isFalse();
        assertThat(ByteDiff.comparable("", "")).isFalse();
    }
}
