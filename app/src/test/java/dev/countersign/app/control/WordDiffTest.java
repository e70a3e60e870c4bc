// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.control.WordDiff.Stretch;

import org.junit.jupiter.api.Test;

class WordDiffTest {
    private static Stretch same(String text) {
        return new Stretch(text, true);
    }

    private static Stretch other(String text) {
        return new Stretch(text, false);
    }

    @Test
    void marksTheWordsThatDiffer() {
        var diff = WordDiff.of("approved by the board on May 1", "approved by j.lee on May 2");
        assertThat(diff.left())
                .containsExactly(
                        same("approved by"), other("the board"), same("on May"), other("1"));
        assertThat(diff.right())
                .containsExactly(same("approved by"), other("j.lee"), same("on May"), other("2"));
        assertThat(diff.marked()).isTrue();
    }

    @Test
    void spaceAndCaseDoNotCount() {
        var diff = WordDiff.of("Approved  BY\nj.lee ", "approved by J.Lee");
        assertThat(diff.left()).containsExactly(same("Approved BY j.lee"));
        assertThat(diff.right()).containsExactly(same("approved by J.Lee"));
    }

    @Test
    void nothingIsUnlikeAnything() {
        assertThat(WordDiff.of("", "a b").right()).containsExactly(other("a b"));
        assertThat(WordDiff.of(" ", "a b").left()).isEmpty();
    }

    @Test
    void tooManyWordsAreOnlyShown() {
        String many = "word ".repeat(501);
        var diff = WordDiff.of(many, "word");
        assertThat(diff.marked()).isFalse();
        assertThat(diff.left()).containsExactly(same(many));
        assertThat(diff.right()).containsExactly(same("word"));
    }
}
