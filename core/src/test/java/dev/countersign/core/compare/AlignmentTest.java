// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.LogLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Records of two copies that belong together: each is in one row. */
class AlignmentTest extends TwoLogs {
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
