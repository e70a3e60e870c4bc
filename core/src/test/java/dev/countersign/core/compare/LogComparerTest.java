// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Two copies of a log: how they stand to each other, and what each row holds. */
class LogComparerTest extends TwoLogs {
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "J"})
    void aCopyIsTheSame(String name) {
        ChainFormat format =
                ChainFormat.BUILT_IN.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        GeneratedLog one = LogGenerator.generate(format, 200, 1);
        Comparison same = compare(one, one);
        assertThat(same.relation()).isEqualTo(Relation.SAME);
        assertThat(Comparing.words(same)).containsExactly("same 0+200 0+200");
        assertThat(same.first()).isNull();
        assertThat(same.doubt()).isEqualTo(Comparison.Doubt.NEITHER);
        GeneratedLog edited = one.edit(7, r -> r.with(one.format().timeField(), "x"));
        assertThat(compare(edited, one).relation()).isEqualTo(Relation.EDITED);
    }

    @Test
    void anotherSpellingIsTheSame() {
        GeneratedLog spelled =
                log.line(
                        3,
                        line ->
                                line.spelled(
                                        new String(line.text(), StandardCharsets.UTF_8)
                                                .replace("\": ", "\" :  ")));
        Comparison found = compare(spelled, log);
        assertThat(found.relation()).isEqualTo(Relation.SAME);
        assertThat(Comparing.words(found))
                .containsExactly("same 0+3 0+3", "respelled 3+1 3+1", "same 4+16 4+16");
        assertThat(found.common()).isEqualTo(20);
    }

    @Test
    void moreRecordsBelowAreAContinuation() {
        GeneratedLog cut = log.without(12, 20);
        assertThat(compare(log, cut).relation()).isEqualTo(Relation.CONTINUATION_OF_OTHER);
        Comparison shorter = compare(cut, log);
        assertThat(shorter.relation()).isEqualTo(Relation.OTHER_CONTINUES);
        assertThat(shorter.common()).isEqualTo(12);
        assertThat(Comparing.words(shorter)).containsExactly("same 0+12 0+12", "only_there - 12+8");
        assertThat(shorter.runs()).extracting(shorter::place).containsExactly(0, 11);
    }

    @Test
    void recordsThatDoNotFollowAreNoContinuation() {
        GeneratedLog cut = log.without(12, 20);
        Comparison found = compare(log.without(12, 13), cut);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(Comparing.words(found)).containsExactly("same 0+12 0+12", "only_here 12+7 -");
    }

    @Test
    void twoWritersAreAFork() {
        GeneratedLog other = LogGenerator.generate(A, 20, 8, Instant.parse("2026-05-01T00:00:00Z"));
        GeneratedLog branch =
                log.without(12, 20).insert(12, other.lines().subList(12, 15)).rebuilt(12);
        Comparison found = compare(log, branch);
        assertThat(found.relation()).isEqualTo(Relation.FORK);
        assertThat(found.common()).isEqualTo(12);
        assertThat(Comparing.words(found))
                .containsExactly("same 0+12 0+12", "only_here 12+8 -", "only_there - 12+3");
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.NEITHER);
    }

    @Test
    void otherLogsAreUnrelated() {
        GeneratedLog other = LogGenerator.generate(A, 20, 8, Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(compare(log, other).relation()).isEqualTo(Relation.UNRELATED);
    }

    @Test
    void twoFormatsAreAnAnswer() {
        byte[] trail = LogGenerator.generate(ChainFormat.B, 5, 1).toBytes();
        assertThat(comparing.run(log.toBytes(), trail, List.of()))
                .isInstanceOf(Compared.DifferentFormats.class);
    }

    @Test
    void anEditedRecordIsShownFieldByField() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "a/b").with("new~key", "x"));
        Comparison found = compare(edited, log);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(found.common()).isEqualTo(9);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
        assertThat(Comparing.words(found))
                .containsExactly("same 0+9 0+9", "changed 9+1 9+1", "same 10+10 10+10");
        PairDiff diff = comparing.diffs(found, found.page(9, 1)).getFirst();
        assertThat(diff.comparable()).isTrue();
        assertThat(diff.fields())
                .extracting(FieldChange::pointer, FieldChange::covered)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/step", true),
                        org.assertj.core.groups.Tuple.tuple("/new~0key", true));
        FieldChange.Value value = diff.fields().getFirst().here();
        assertThat(value).isNotNull();
        assertThat(value.text()).isEqualTo("\"a/b\"");
        byte[] bytes = edited.toBytes();
        assertThat(
                        Arrays.copyOfRange(
                                bytes, (int) value.offset(), (int) value.offset() + value.length()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\"a/b\"");
        assertThat(diff.fields().get(1).there()).isNull();
    }

    @Test
    void aFieldOutsideTheHashIsNotCovered() {
        GeneratedLog trail = LogGenerator.generate(ChainFormat.B, 6, 2);
        GeneratedLog edited = trail.edit(2, r -> r.with("ip_address", "10.9.9.9"));
        Comparison found = compare(edited, trail);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.NEITHER);
        assertThat(comparing.diffs(found, found.page(2, 1)).getFirst().fields())
                .extracting(FieldChange::pointer, FieldChange::covered)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/ip_address", false));
    }

    @Test
    void aSecondCopyProvesARewrite() {
        GeneratedLog edited = log.editSealed(9, r -> r.with("step", "other"));
        Comparison found = compare(edited, log);
        assertThat(found.proofs()).containsExactly(new Proof(true, 10, Proof.Kind.REWRITTEN, 9, 9));
        assertThat(compare(log, edited).proofs())
                .containsExactly(new Proof(false, 10, Proof.Kind.REWRITTEN, 9, 9));
    }

    @Test
    void aSecondCopyProvesThatRecordsAreMissing() {
        Comparison found = compare(log.without(9, 12), log);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(Comparing.words(found))
                .containsExactly("same 0+9 0+9", "only_there - 9+3", "same 9+8 12+8");
        assertThat(found.runs())
                .as("what is not here stands before what follows")
                .extracting(found::place)
                .containsExactly(0, 9, 9);
        assertThat(found.proofs()).containsExactly(new Proof(true, 9, Proof.Kind.MISSING, 9, 11));
    }

    @Test
    void anEmptyLogIsUnrelatedAndTwoAreTheSame() {
        assertThat(comparing.compare(new byte[0], log.toBytes()).relation())
                .isEqualTo(Relation.UNRELATED);
        assertThat(comparing.compare(new byte[0], new byte[0]).relation()).isEqualTo(Relation.SAME);
    }

    @Test
    void nestingOfAHundredThousandIsCompared() {
        String deep = "[".repeat(100_000) + "1" + "]".repeat(100_000);
        String line =
                "{\"ts\": \"t\", \"event\": \"e\", \"prev\": \"genesis\", \"x\": %s, \"hash\":"
                        + " \"h\"}\n";
        Comparison found =
                comparing.compare(
                        bytes(line.formatted(deep)), bytes(line.formatted(deep.replace("1", "2"))));
        List<PairDiff> diffs = comparing.diffs(found, found.page(0, 1));
        assertThat(diffs.getFirst().fields()).hasSize(1);
        assertThat(diffs.getFirst().fields().getFirst().pointer()).startsWith("/x/0/0/0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
