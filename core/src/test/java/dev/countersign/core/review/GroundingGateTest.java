// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.review.EvidenceText.Part;
import dev.countersign.core.review.Grounding.Found;
import dev.countersign.core.review.Grounding.NearMiss;
import dev.countersign.core.review.Grounding.NotFound;
import dev.countersign.core.review.Grounding.TooShort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The gate against CPython's answers, and the places that it names (FORMATS 5).
class GroundingGateTest {
    static List<JsonObject> vectors() {
        return Stream.of("/vectors/grounding.jsonl", "/vectors/grounding_random.jsonl")
                .flatMap(name -> Resources.lines(name).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void groundsWhatCPythonGrounds(JsonObject vector) {
        String citation = Resources.need(vector, "citation");
        String source = Resources.need(vector, "source");
        boolean grounded = new JsonWord(JsonKind.TRUE).equals(vector.get("grounded"));
        GatePerformance gate = perform(citation, source);
        assertThat(gate.result().verdict())
                .isEqualTo(grounded ? GateVerdict.APPROVE : GateVerdict.BLOCK);
        if (gate.claims().getFirst().grounding() instanceof Found found) {
            // the named stretch alone grounds the citation too, but for letters at its ends that
            // only their neighbours or their other half make what they are
            String named = source.substring(found.from(), found.to());
            assertThat(PythonText.normalise(named.replace('Σ', 'ς')).replace('σ', 'ς'))
                    .contains(PythonText.normalise(citation).replace('σ', 'ς'));
        }
    }

    @Test
    void namesTheStretchInTheOriginal() {
        String source = "x  Change\u00a0\tİ approved 😀 by J.Lee  y";
        Found found = (Found) grounding("change İ APPROVED 😀 by  j.lee", source);
        assertThat(source.substring(found.from(), found.to()))
                .isEqualTo("Change\u00a0\tİ approved 😀 by J.Lee");
    }

    @Test
    void aLetterThatBecameTwoIsNamedWhole() {
        String source = "abcdefghijkl\u0130 mno";
        assertThat(grounding("abcdefghijkli", source))
                .isEqualTo(new Found(0, 13, List.of("all"), false));
        assertThat(grounding("\u0307 mno123456789", source + "123456789"))
                .isEqualTo(new Found(12, 26, List.of("all"), false));
    }

    @Test
    void halfACharacterIsNone() {
        assertThat(grounding("\ude00abcdefghijklm", "😀abcdefghijklm"))
                .isInstanceOf(NotFound.class);
        assertThat(grounding("abcdefghijklm\ud83d", "abcdefghijklm😀"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twelveCodePointsAreEnough() {
        assertThat(grounding(" ABCDEFGHIJK ", "abcdefghijkl")).isEqualTo(new TooShort(11));
        assertThat(grounding("", "abcdefghijkl")).isEqualTo(new TooShort(0));
        assertThat(grounding("ABCDEFGHIJKL", "abcdefghijkl"))
                .isEqualTo(new Found(0, 12, List.of("all"), false));
        assertThat(grounding("İİİİİİ", "İİİİİİ")).isEqualTo(new Found(0, 6, List.of("all"), false));
    }

    @Test
    void acrossASeamIsSaid() {
        EvidenceText joined =
                new EvidenceText(
                        "approved by j.lee  on 2026-03-04",
                        List.of(
                                new Part("a", 0, 17),
                                new Part("empty", 18, 18),
                                new Part("b", 19, 32)));
        assertThat(grounding("by j.lee on 2026", joined))
                .isEqualTo(new Found(9, 26, List.of("a", "b"), true));
        assertThat(grounding("approved by j.lee", joined))
                .isEqualTo(new Found(0, 17, List.of("a"), false));
    }

    /// Found in one value later on: the seam is not what it rests on.
    @Test
    void aPlaceInOneValueIsPreferred() {
        String text = "tests passed today tests passed today";
        EvidenceText joined =
                new EvidenceText(text, List.of(new Part("a", 0, 5), new Part("b", 6, 37)));
        assertThat(grounding("tests passed today", joined))
                .isEqualTo(new Found(19, 37, List.of("b"), false));
    }

    @Test
    void theProducersWords() {
        GatePerformance gate =
                GroundingGate.perform(
                        List.of(claim("authorised", "nowhere to be found"), claim("it's", "")),
                        2,
                        whole("something else altogether"));
        assertThat(gate.result())
                .isEqualTo(
                        new GateResult(
                                GateVerdict.BLOCK,
                                0,
                                2,
                                2,
                                List.of(
                                        "ungrounded: 'authorised' — citation not found in source",
                                        "ungrounded: \"it's\" — citation not found in source")));
    }

    @Test
    void nothingAssertedApproves() {
        GatePerformance gate = GroundingGate.perform(List.of(), 0, whole("x"));
        assertThat(gate.result().verdict()).isEqualTo(GateVerdict.APPROVE);
        assertThat(gate.nothingAsserted()).isTrue();
        assertThat(GroundingGate.perform(List.of(), 1, whole("x")).result().verdict())
                .isEqualTo(GateVerdict.REVIEW);
    }

    @Test
    void theNearestStretchIsNamed() {
        String source =
                "Ticket opened. Change CHG-1042 approved by j.lee on 2026-03-04. Tests passed.";
        NotFound found = (NotFound) grounding("CHG-1042 approved by J.LEE on 2026-03-05.", source);
        NearMiss nearest = Objects.requireNonNull(found.nearest());
        assertThat(source.substring(nearest.from(), nearest.to()))
                .isEqualTo("CHG-1042 approved by j.lee on 2026-03-04.");
        assertThat(nearest.likeness()).isEqualTo(97);
        assertThat(grounding("qqqqqqqqqqqqqqqqqqqqqqqq", source)).isEqualTo(new NotFound(null));
    }

    /// What would take hours if it were looked for naively.
    @Test
    void hostileSizesDoNotCrawl() {
        String text = "a".repeat(10_000_000);
        assertThat(grounding("a".repeat(5_000_000) + "b", text)).isInstanceOf(NotFound.class);
        assertThat(grounding("b" + "a".repeat(20_000_000), text)).isInstanceOf(NotFound.class);
        assertThat(grounding("Σ".repeat(2_000_000), "A" + ".Σ".repeat(3_000_000)))
                .isInstanceOf(NotFound.class);
        List<Claim> claims =
                Stream.iterate(0, i -> i + 1)
                        .limit(3_000)
                        .map(i -> claim("t", "a".repeat(2_000) + i))
                        .toList();
        GatePerformance gate = GroundingGate.perform(claims, 0, whole("a".repeat(20_000)));
        assertThat(gate.result().ungrounded()).isEqualTo(3_000);
    }

    private static GatePerformance perform(String citation, String source) {
        return GroundingGate.perform(List.of(claim("t", citation)), 0, whole(source));
    }

    private static Grounding grounding(String citation, String source) {
        return grounding(citation, whole(source));
    }

    private static Grounding grounding(String citation, EvidenceText evidence) {
        return GroundingGate.perform(List.of(claim("t", citation)), 0, evidence)
                .claims()
                .getFirst()
                .grounding();
    }

    private static EvidenceText whole(String source) {
        return new EvidenceText(source, List.of(new Part("all", 0, source.length())));
    }

    private static Claim claim(String text, String citation) {
        return new Claim("C", text, citation, "", JsonValue.object().build());
    }
}
