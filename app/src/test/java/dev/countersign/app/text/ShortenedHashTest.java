// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A hash is told by its first twelve characters, wherever it is told.
class ShortenedHashTest {
    private static final String HASH = "66006bcd62ada160".repeat(4);

    @Test
    void listsAndSentencesBeginItAlike() {
        assertThat(Quotes.hash(HASH)).isEqualTo("66006bcd62ad…");
        assertThat(RowText.hash(HASH)).isEqualTo("66006bcd62ad");
        assertThat(Quotes.shortened("it has " + HASH + ", not " + HASH + HASH + "."))
                .isEqualTo("it has 66006bcd62ad…, not 66006bcd62ad….");
    }

    @Test
    void whatIsNoHashStays() {
        String path = "data/runs/change-approval-241bf6287b12/audit.jsonl is not there";
        assertThat(Quotes.shortened(path)).isEqualTo(path);
        assertThat(RowText.hash(null)).isEqualTo("none");
        assertThat(RowText.hash("abc")).isEqualTo("abc");
    }
}
