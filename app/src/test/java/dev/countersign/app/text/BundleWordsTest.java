// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.CheckpointResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleWordsTest {
    /// A log whose records were changed may well end in the head that was packed.
    @ParameterizedTest
    @EnumSource(CheckpointResult.class)
    void aHeadNeverSpeaksForTheWholeLog(CheckpointResult packed) {
        assertThat(BundleWords.checkpoint(packed))
                .hasSizeLessThan(30)
                .doesNotStartWith("as packed")
                .doesNotContain("log");
    }

    @Test
    void theHeadIsComparedWithTheCheckpoint() {
        assertThat(BundleWords.checkpoint(CheckpointResult.MATCH))
                .isEqualTo("head as in the checkpoint");
        assertThat(BundleWords.checkpoint(CheckpointResult.HEAD_MISMATCH))
                .isEqualTo("not the head that was packed");
    }
}
