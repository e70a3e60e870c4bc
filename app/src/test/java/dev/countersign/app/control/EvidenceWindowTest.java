// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.app.control.EvidenceWindow.Shown;
import dev.countersign.core.review.EvidenceText;
import dev.countersign.core.review.EvidenceText.Part;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EvidenceWindowTest {
    @Test
    void smallEvidenceIsShownWhole() {
        var evidence =
                new EvidenceText("one two", List.of(new Part("a", 0, 3), new Part("b", 4, 7)));
        assertThat(EvidenceWindow.of(evidence, 4, 6))
                .isEqualTo(
                        new EvidenceWindow(
                                List.of(
                                        new Shown("a", "one", 0, 0, 3, 3),
                                        new Shown("b", "two", 0, 0, 0, 2)),
                                0));
    }

    @Test
    void aSpanOverASeamIsLitInBothParts() {
        var evidence =
                new EvidenceText("one two", List.of(new Part("a", 0, 3), new Part("b", 4, 7)));
        assertThat(EvidenceWindow.of(evidence, 1, 6).parts())
                .extracting(Shown::litFrom, Shown::litTo)
                .containsExactly(tuple(1, 3), tuple(0, 2));
    }

    @Test
    void whatSaysThatNothingIsOnFileCanBeLit() {
        var evidence = new EvidenceText("[no evidence on file]", List.of());
        assertThat(EvidenceWindow.of(evidence, 1, 12).parts())
                .containsExactly(new Shown("", "[no evidence on file]", 0, 0, 1, 12));
    }

    @Test
    void aLongPartIsShownAroundTheLight() {
        String text = "x".repeat(50_000) + "here" + "y".repeat(50_000);
        var evidence = new EvidenceText(text, List.of(new Part("a", 0, text.length())));
        Shown shown = EvidenceWindow.of(evidence, 50_000, 50_004).parts().getFirst();
        assertThat(shown.text().substring(shown.litFrom(), shown.litTo())).isEqualTo("here");
        assertThat(shown.text()).hasSize(EvidenceWindow.LONGEST);
        assertThat(shown.before() + shown.text().length() + shown.after()).isEqualTo(text.length());
    }

    @Test
    void aLongLightIsCutNotLost() {
        String text = "z".repeat(30_000);
        var evidence = new EvidenceText(text, List.of(new Part("a", 0, text.length())));
        Shown shown = EvidenceWindow.of(evidence, 0, 30_000).parts().getFirst();
        assertThat(shown)
                .extracting(Shown::before, Shown::after, Shown::litFrom, Shown::litTo)
                .containsExactly(0, 22_000, 0, EvidenceWindow.LONGEST);
    }

    @Test
    void pairsAreNotCutInHalf() {
        String text = "a" + "\ud83d\ude00".repeat(20_000);
        var evidence = new EvidenceText(text, List.of(new Part("a", 0, text.length())));
        Shown shown = EvidenceWindow.of(evidence, 10_001, 10_005).parts().getFirst();
        assertThat(Character.isLowSurrogate(shown.text().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(shown.text().charAt(shown.text().length() - 1)))
                .isFalse();
        assertThat(shown.text().substring(shown.litFrom(), shown.litTo()))
                .isEqualTo(text.substring(10_001, 10_005));
    }

    @Test
    void ofManyPartsTheLitOneIsShown() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            parts.add(new Part("p" + i, i * 2, i * 2 + 1));
        }
        var evidence = new EvidenceText("a ".repeat(1_000), parts);
        var window = EvidenceWindow.of(evidence, 1_800, 1_801);
        assertThat(window.parts()).hasSize(EvidenceWindow.MOST_PARTS + 1);
        assertThat(window.parts().getLast().name()).isEqualTo("p900");
        assertThat(window.parts().getLast().lit()).isTrue();
        assertThat(window.hidden()).isEqualTo(899);
    }
}
