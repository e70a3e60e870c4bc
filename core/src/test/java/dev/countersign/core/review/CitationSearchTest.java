// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.review.EvidenceText.Part;
import dev.countersign.core.review.Grounding.Found;
import dev.countersign.core.testkit.Scale;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// One by one, all together, and by hand: the same places.
class CitationSearchTest {
    @Test
    void allWaysAgree() {
        Random random = new Random(11);
        for (int round = 0; round < Scale.rounds(500); round++) {
            EvidenceText evidence = evidence(random);
            Normalised source = Normalised.of(evidence.text());
            Set<String> citations = citations(random, source.text());
            CitationSearch search = new CitationSearch(source, List.of());
            Map<String, Integer> together = new HashMap<>();
            new ManyOccurrences(List.copyOf(citations))
                    .search(source.text(), at -> false, together::put);
            for (String citation : citations) {
                int place = byHand(source.text(), citation, 0);
                assertThat(search.place(citation)).isEqualTo(place);
                assertThat(together.getOrDefault(citation, -1)).isEqualTo(place);
            }
        }
    }

    /// Many claims on long evidence, where every citation has places across seams and few have one
    /// in a single value.
    @Test
    void manyClaimsAreLookedForTogether() {
        StringBuilder text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            parts.add(new Part("p" + i, text.length(), text.length() + 5));
            text.append("aaaa  ".substring(0, 5)).append(' ');
        }
        parts.add(new Part("last", text.length(), text.length() + 20));
        text.append("aaaa ".repeat(4));
        List<Claim> claims = new ArrayList<>();
        for (int words = 3; words < 3_003; words++) {
            claims.add(new Claim("C", "t", "aaaa ".repeat(words), "", JsonValue.object().build()));
        }
        GatePerformance gate =
                GroundingGate.perform(claims, 0, new EvidenceText(text.toString(), parts));
        assertThat(gate.result().verdict()).isEqualTo(GateVerdict.APPROVE);
        assertThat(gate.claims().get(1).grounding())
                .isEqualTo(new Found(180_000, 180_019, List.of("last"), false));
        assertThat(gate.claims().get(2).grounding())
                .isEqualTo(new Found(0, 28, List.of("p0", "p1", "p2", "p3", "p4"), true));
    }

    private static EvidenceText evidence(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(letter(random));
        }
        return new EvidenceText(text.toString(), List.of());
    }

    private static Set<String> citations(Random random, String text) {
        Set<String> citations = new LinkedHashSet<>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(Math.min(8, text.length() - from + 1));
            String cut = text.substring(from, to);
            citations.add(random.nextInt(3) == 0 ? cut + letter(random) : cut);
        }
        citations.remove("");
        return citations;
    }

    private static String letter(Random random) {
        return List.of("a", "b", "😀", "\ud83d", "\ude00", "c").get(random.nextInt(6));
    }

    private static int byHand(String text, String wanted, int from) {
        int[] points = wanted.codePoints().toArray();
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int[] rest = text.substring(i).codePoints().limit(points.length).toArray();
            if (java.util.Arrays.equals(rest, points)) {
                return i;
            }
        }
        return -1;
    }
}
