// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.LogLine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

class LogComparerTest {
    private static final ChainFormat A = ChainFormat.A;

    @TempDir private Path folder;
    private Comparing comparing = new Comparing(Path.of(""));
    private final GeneratedLog log = LogGenerator.generate(A, 20, 5);

    @BeforeEach
    void files() {
        comparing = new Comparing(folder);
    }

    private Comparison compare(GeneratedLog here, GeneratedLog there) {
        return comparing.compare(here, there);
    }

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
    void whatACheckpointHasSeenWasRolledBack() {
        GeneratedLog cut = log.without(12, 20);
        NamedCheckpoint seen = new NamedCheckpoint("desk", log.without(15, 20).checkpoint());
        Comparison found = comparing.compare(cut, log, seen);
        assertThat(found.relation()).isEqualTo(Relation.ROLLED_BACK);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
        assertThat(found.stands())
                .containsExactly(
                        new Stand(
                                "desk",
                                seen.checkpoint(),
                                Agreement.of(CheckpointResult.TAIL_MISSING),
                                Agreement.of(CheckpointResult.GROWN)));
    }

    private List<Stand> stands(GeneratedLog here, int seen) {
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.without(seen, 20).checkpoint());
        return comparing.compare(here, log, desk).stands();
    }

    @Test
    void aStoredHeadProvesNothingWhereTheRecordsBeforeItAreBroken() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(edited, log, desk);
        assertThat(found.stands())
                .containsExactly(
                        new Stand(
                                "desk",
                                desk.checkpoint(),
                                new Agreement(CheckpointResult.MATCH, 9),
                                Agreement.of(CheckpointResult.MATCH)));
        assertThat(found.stands().getFirst().here().word()).isEqualTo("broken_before");
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
    }

    @Test
    void theRecordThatCarriesTheHeadIsHeldAgainstItToo() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        assertThat(stands(edited, 10).getFirst().here())
                .isEqualTo(new Agreement(CheckpointResult.MATCH, 9));
        assertThat(stands(edited, 9).getFirst().here())
                .as("what comes after the head does not count")
                .isEqualTo(Agreement.of(CheckpointResult.MATCH));
    }

    @Test
    void aLineThatIsNoRecordBreaksWhatFollows() {
        GeneratedLog spoiled = log.line(3, line -> line.ended("\nnot a record\n"));
        assertThat(stands(spoiled, 10).getFirst())
                .extracting(Stand::here, Stand::there)
                .containsExactly(
                        new Agreement(CheckpointResult.MATCH, 4),
                        Agreement.of(CheckpointResult.GROWN));
    }

    @Test
    void twoCopiesOfOneEditAreTheSameAndBothInDoubt() {
        GeneratedLog edited = log.edit(9, r -> r.with("step", "other"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(edited, edited, desk);
        assertThat(found.relation()).isEqualTo(Relation.SAME);
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.BOTH);
        assertThat(found.stands().getFirst())
                .extracting(Stand::here, Stand::there)
                .containsOnly(new Agreement(CheckpointResult.MATCH, 9));
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
    void whoChangedAFieldOutsideTheHashIsSaidByTheBytesThatWereSeen() {
        GeneratedLog trail = LogGenerator.generate(ChainFormat.B, 6, 2);
        GeneratedLog edited = trail.edit(2, r -> r.with("ip_address", "10.9.9.9"));
        NamedCheckpoint desk = new NamedCheckpoint("desk", trail.checkpoint());
        Comparison found = comparing.compare(edited, trail, desk);
        assertThat(found.stands().getFirst())
                .extracting(Stand::here, Stand::there)
                .containsExactly(
                        Agreement.of(CheckpointResult.MATCH).inOtherBytes(),
                        Agreement.of(CheckpointResult.MATCH));
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
        NamedCheckpoint before = new NamedCheckpoint("desk", trail.without(2, 6).checkpoint());
        assertThat(comparing.compare(edited, trail, before).doubt())
                .as("what was changed came later")
                .isEqualTo(Comparison.Doubt.NEITHER);
    }

    @Test
    void anotherSpellingIsNothingAgainstACopy() {
        GeneratedLog spelled =
                log.line(
                        3,
                        line ->
                                line.spelled(
                                        new String(line.text(), StandardCharsets.UTF_8)
                                                .replace("\": ", "\" :  ")));
        NamedCheckpoint desk = new NamedCheckpoint("desk", log.checkpoint());
        Comparison found = comparing.compare(spelled, log, desk);
        assertThat(found.stands().getFirst().here().otherBytes()).isTrue();
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.NEITHER);
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
    void aRebuiltTailIsRelinkedAfterTheEdit() {
        GeneratedLog rebuilt = log.edit(9, r -> r.with("step", "other")).rebuilt(9);
        NamedCheckpoint seen = new NamedCheckpoint("desk", log.without(15, 20).checkpoint());
        Comparison found = comparing.compare(rebuilt, log, seen);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(Comparing.words(found))
                .containsExactly("same 0+9 0+9", "changed 9+1 9+1", "relinked 10+10 10+10");
        assertThat(found.here().intact()).isTrue();
        assertThat(found.doubt()).isEqualTo(Comparison.Doubt.HERE);
    }

    @Test
    void anEditedTimeIsFoundByItsPlace() {
        GeneratedLog edited =
                log.edit(9, r -> r.with("ts", "2026-01-01T00:00:00+00:00")).rebuilt(9);
        assertThat(Comparing.words(compare(edited, log)))
                .containsExactly("same 0+9 0+9", "changed 9+1 9+1", "relinked 10+10 10+10");
    }

    @Test
    void anEditedEndIsFoundByItsTime() {
        GeneratedLog edited = log.editSealed(19, r -> r.with("event", "other"));
        assertThat(Comparing.words(compare(edited, log)))
                .containsExactly("same 0+19 0+19", "changed 19+1 19+1");
    }

    @Test
    void aMovedRecordIsOneRow() {
        Comparison found = compare(log.move(15, 4), log);
        assertThat(Comparing.words(found))
                .containsExactly(
                        "same 0+4 0+4", "moved 4+1 15+1", "same 5+11 4+11", "same 16+4 16+4");
        assertThat(found.rows()).isEqualTo(20);
    }

    @Test
    void anInsertedRecordIsOnlyHere() {
        LogLine stranger = LogGenerator.generate(A, 3, 77).lines().get(2);
        assertThat(Comparing.words(compare(log.insert(6, stranger), log)))
                .containsExactly("same 0+6 0+6", "only_here 6+1 -", "same 7+14 6+14");
    }

    @Test
    void aRepeatedRecordIsOnlyHere() {
        assertThat(Comparing.words(compare(log.insert(6, log.lines().get(2)), log)))
                .containsExactly("same 0+6 0+6", "only_here 6+1 -", "same 7+14 6+14");
    }

    @Test
    void aTornEndIsTheRecordThatWasThere() {
        GeneratedLog torn = log.line(19, line -> line.cut(30));
        Comparison found = compare(torn, log);
        assertThat(found.relation()).isEqualTo(Relation.EDITED);
        assertThat(Comparing.words(found)).containsExactly("same 0+19 0+19", "changed 19+1 19+1");
        PairDiff diff = comparing.diffs(found, found.page(19, 5)).getFirst();
        assertThat(diff.comparable()).isFalse();
        assertThat(diff.hereBytes()).isEqualTo(new PairDiff.Bytes(30, 0));
    }

    @Test
    void blankLinesMoveLinesNotRecords() {
        GeneratedLog spaced = log.line(3, line -> line.ended("\n\n \r\n"));
        Comparison found = compare(spaced.edit(9, r -> r.with("step", "x")), log);
        Run changed = found.first();
        assertThat(changed).isEqualTo(new Run(Run.Kind.CHANGED, 9, 12, 9, 10, 1));
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

    /// Whatever is done to a log: each record of either copy stands in exactly one row, and what is
    /// called the same is the same.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyRecordIsInOneRow(long seed) {
        Random random = new Random(seed);
        GeneratedLog one = LogGenerator.generate(A, 150, seed);
        GeneratedLog other = mangled(one, random);
        one = seed % 2 == 0 ? mangled(one, random) : one;
        Comparison found = compare(one, other);
        BitSet mine = new BitSet();
        BitSet theirs = new BitSet();
        List<Run> rows = found.page(0, Integer.MAX_VALUE);
        for (Run row : rows) {
            if (row.here() >= 0) {
                assertThat(mine.get(row.here())).isFalse();
                mine.set(row.here());
            }
            if (row.there() >= 0) {
                assertThat(theirs.get(row.there())).isFalse();
                theirs.set(row.there());
            }
            if (row.kind() == Run.Kind.SAME) {
                assertThat(one.lines().get(row.here()).text())
                        .isEqualTo(other.lines().get(row.there()).text());
            }
        }
        assertThat(mine.cardinality()).isEqualTo(one.size());
        assertThat(theirs.cardinality()).isEqualTo(other.size());
        assertThat(found.page(37, 50)).isEqualTo(rows.subList(37, 87));
    }

    private static GeneratedLog mangled(GeneratedLog log, Random random) {
        GeneratedLog next = log;
        for (int k = 0; k < 12; k++) {
            int at = random.nextInt(next.size());
            next =
                    switch (random.nextInt(7)) {
                        case 0 -> next.edit(at, r -> r.with("step", "s" + random.nextInt()));
                        case 1 -> next.editSealed(at, r -> r.with("step", "s" + random.nextInt()));
                        case 2 -> next.without(at, Math.min(next.size(), at + 3));
                        case 3 -> next.insert(at, next.lines().get(random.nextInt(next.size())));
                        case 4 -> next.move(at, random.nextInt(next.size()));
                        case 5 -> at > 100 ? next.rebuilt(at) : next;
                        default -> next.reversed(at, Math.min(next.size(), at + 4));
                    };
        }
        return next;
    }

    @Test
    void slicesAreJoined() {
        byte[] big = LogGenerator.benchmark(A, 3_000, 3, false);
        byte[] cut = Arrays.copyOf(big, big.length / 2);
        Comparison found = comparing.compare(big, cut);
        assertThat(found.common()).isGreaterThan(1_400);
        assertThat(found.here().marks().size()).isEqualTo(3_000);
        Run last = found.page(found.rows() - 1, 1).getFirst();
        assertThat(last.hereLine()).isEqualTo(3_000);
        PairDiff diff = comparing.diffs(found, List.of(last)).getFirst();
        assertThat(diff.here()).isNotNull();
        assertThat(diff.here().text())
                .isEqualTo(
                        Arrays.copyOfRange(
                                big, big.length - 1 - diff.here().text().length, big.length - 1));
    }
}
