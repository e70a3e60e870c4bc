// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTest {
    @Test
    void aPathMayBreakAfterItsFoldersOnly() {
        assertThat(Foreign.path("/srv/a b/log.jsonl")).isEqualTo("/srv/\u2028a b/\u2028log.jsonl");
        assertThat(Foreign.path("C:\\runs\\x")).isEqualTo("C:\\\u2028runs\\\u2028x");
        assertThat(Foreign.path("/runs/ is empty\u202E.")).isEqualTo("/runs/ is empty\uFFFD.");
    }

    @Test
    void plainTextStaysItself() {
        String text = "Line one,\n\tline two — é 日本 😀";
        assertThat(Foreign.visible(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u202eb', 'a\uFFFDb'",
        "'a\u200bb', 'a\uFFFDb'",
        "'a\u2028b', 'a\uFFFDb'",
        "'a\u001bb', 'a\u241bb'",
        "'a\u007fb', 'a\uFFFDb'"
    })
    void whatCannotBeSeenHasASign(String text, String shown) {
        assertThat(Foreign.visible(text)).isEqualTo(shown);
    }

    @Test
    void halvesOfPairsHaveASign() {
        assertThat(Foreign.visible("a\ud83db\ude00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void placesStayRight() {
        String text = "\u0000\u202e\ud800 end";
        assertThat(Foreign.visible(text)).hasSameSizeAs(text).endsWith(" end");
    }

    @Test
    void aCutSaysHowMuchIsMissing() {
        assertThat(Foreign.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Foreign.cut("abcdef", 2)).isEqualTo("ab\n… 4 more characters");
        assertThat(Foreign.cut("a\ud83d\ude00b", 2)).isEqualTo("a\n… 3 more characters");
    }
}
