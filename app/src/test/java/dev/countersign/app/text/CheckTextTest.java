// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.run.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

class CheckTextTest {
    private static String sentence(Kind kind, Why why) {
        return CheckText.sentence(new Check(kind, Outcome.NOT_CHECKED, why, List.of()));
    }

    private static String times(Check.Evidence... evidence) {
        List<Check.Evidence> all = List.of(evidence);
        return CheckText.sentence(new Check(Kind.TIME_ORDER, Outcome.FAILED, Why.DISAGREES, all));
    }

    @Test
    void timesThatNobodyCanReadAreNoOlderRecords() {
        var older = new Check.Evidence("ts", 3, null, null);
        var one = new Check.Evidence("ts", 7, Check.A_TIME, "soon");
        var other = new Check.Evidence("ts", 9, Check.A_TIME, null);
        assertThat(times(older)).isEqualTo("A record is older than the one before it.");
        assertThat(times(older, one)).isEqualTo("Record 7 has no readable time.");
        assertThat(times(one, other)).isEqualTo("Record 7 and 1 other have no readable time.");
        Check.Evidence[] most = new Check.Evidence[Check.MOST_TIMES];
        Arrays.fill(most, one);
        assertThat(times(most)).isEqualTo("Record 7 and at least 19 others have no readable time.");
    }

    @Test
    void namesAreShortAndUnlike() {
        assertThat(Kind.values())
                .extracting(CheckText::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 34 && !name.endsWith("."));
        assertThat(Channel.values())
                .extracting(CheckText::name)
                .containsExactly(
                        "Integrity",
                        "Completeness",
                        "Artifacts",
                        "Signature",
                        "Trust",
                        "Policy",
                        "Re-performance",
                        "Timeliness");
        assertThat(Outcome.values())
                .extracting(CheckText::word)
                .containsExactly("Verified", "Failed", "Not checked");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindAndReasonIsASentence(Kind kind) {
        for (Why why : Why.values()) {
            assertThat(sentence(kind, why))
                    .matches("[A-Z].*\\.|state\\.json .*\\.")
                    .hasSizeLessThan(130);
        }
    }

    @Test
    void whatHoldsAndWhatDoesNotIsSaidOfEachKind() {
        assertThat(Arrays.stream(Kind.values()).map(k -> sentence(k, Why.HOLDS)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Kind.values()).map(k -> sentence(k, Why.DISAGREES)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Why.values()).map(w -> sentence(Kind.GATE, w)))
                .doesNotHaveDuplicates();
    }

    @Test
    void inTheseWords() {
        assertThat(sentence(Kind.GATE, Why.DISAGREES))
                .isEqualTo(
                        "Re-performed here, the gate gives a different result than was recorded.");
        assertThat(sentence(Kind.STATE_STEPS, Why.NO_STATE))
                .isEqualTo("There is no state.json to compare with.");
        assertThat(sentence(Kind.SIGNATURES, Why.NOT_SIGNED)).isEqualTo("Nothing here is signed.");
    }

    @Test
    void rulesThatFailedAreNamed() {
        var evidence =
                List.of(
                        new Check.Evidence("firm.Gone", -1, null, "could not be loaded: no"),
                        new Check.Evidence("firm.Odd", -1, null, "failed: never"));
        assertThat(
                        CheckText.sentence(
                                new Check(
                                        Kind.RULES,
                                        Outcome.NOT_CHECKED,
                                        Why.RULES_FAILED,
                                        evidence)))
                .isEqualTo(
                        "The rules of firm.Gone could not be loaded: no; the rules of firm.Odd"
                                + " failed: never.");
    }

    @Test
    void evidenceHasItsPlace() {
        assertThat(CheckText.place(new Check.Evidence("workpaper.json", 12, "a", "b")))
                .isEqualTo("record 12 · workpaper.json");
        assertThat(CheckText.place(new Check.Evidence("notes.txt", -1, null, "b")))
                .isEqualTo("notes.txt");
        assertThat(CheckText.place(new Check.Evidence("", 3, null, "b"))).isEqualTo("record 3");
    }
}
