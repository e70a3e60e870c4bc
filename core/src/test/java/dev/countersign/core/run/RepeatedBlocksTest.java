// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.run.RepeatedBlocks.Block;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Three blocks of an author in thirty days. */
class RepeatedBlocksTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static Block block(String run, @Nullable String author, double day) {
        return new Block(run, author, FIRST.plusSeconds((long) (day * 86_400)), "");
    }

    /** Runs a, b, c and so on of one author, blocked on these days. */
    private static List<Block> days(double... days) {
        List<Block> blocks = new ArrayList<>();
        for (double day : days) {
            blocks.add(block(String.valueOf((char) ('a' + blocks.size())), "x", day));
        }
        return blocks;
    }

    private static List<String> patterns(List<Block> blocks) {
        return new RepeatedBlocks(blocks, DefaultPolicy.get())
                .patterns().stream()
                        .map(p -> String.join("", p.stream().map(Block::runId).toList()))
                        .toList();
    }

    private static String runs(List<Block> blocks) {
        var repeated = new RepeatedBlocks(blocks, DefaultPolicy.get());
        return String.join("", repeated.runs().stream().sorted().toList());
    }

    @Test
    void theThirdWithinThirtyDaysIsAPattern() {
        assertThat(patterns(days(0, 10, 30))).containsExactly("abc");
        assertThat(runs(days(0, 10, 30))).isEqualTo("abc");
        assertThat(patterns(days(30, 0, 10))).containsExactly("bca");
    }

    @Test
    void oneAuthorIsWhoIsOnePersonEverywhereElse() {
        assertThat(runs(List.of(block("a", "ann", 0), block("b", " ANN", 1), block("c", "Ann", 2))))
                .isEqualTo("abc");
        assertThat(Identity.same("j.weiß", "J.WEISS")).isFalse();
        assertThat(
                        runs(
                                List.of(
                                        block("a", "j.weiß", 0),
                                        block("b", "j.weiss", 1),
                                        block("c", "J.WEISS", 2))))
                .isEmpty();
    }

    @Test
    void aSecondLaterItIsNone() {
        var late = new ArrayList<>(days(0, 10));
        late.add(new Block("c", "x", FIRST.plus(Duration.ofDays(30)).plusNanos(1), ""));
        assertThat(patterns(late)).isEmpty();
        assertThat(runs(late)).isEmpty();
    }

    @Test
    void twoAreNone() {
        assertThat(patterns(days(0, 1))).isEmpty();
        assertThat(patterns(List.of())).isEmpty();
    }

    @Test
    void atOnceIsWithin() {
        assertThat(patterns(days(5, 5, 5))).containsExactly("abc");
    }

    @Test
    void whatGoesOnWithAPatternIsOfItAndNoOther() {
        assertThat(patterns(days(0, 10, 30, 34))).containsExactly("abc");
        assertThat(runs(days(0, 10, 30, 34))).isEqualTo("abcd");
        assertThat(runs(days(0, 10, 30, 55))).isEqualTo("abc");
        assertThat(patterns(days(0, 10, 30, 55, 56))).containsExactly("abc");
        assertThat(runs(days(0, 10, 30, 55, 56))).isEqualTo("abcde");
    }

    @Test
    void thatIsEnoughForOneIsAnother() {
        assertThat(patterns(days(0, 1, 2, 3, 4, 5, 6))).containsExactly("abc", "def");
        assertThat(runs(days(0, 1, 2, 3, 4, 5, 6))).isEqualTo("abcdefg");
        assertThat(patterns(days(0, 10, 30, 55, 56, 60))).containsExactly("abc", "def");
        assertThat(patterns(days(0, 10, 31, 32, 39))).containsExactly("bcd");
    }

    @Test
    void theSameRunCountsOnceByItsFirstBlock() {
        assertThat(patterns(List.of(block("a", "x", 0), block("a", "x", 1), block("a", "x", 2))))
                .isEmpty();
        var again =
                List.of(
                        block("a", "x", 29),
                        block("a", "x", 0),
                        block("b", "x", 30),
                        block("c", "x", 31));
        assertThat(patterns(again)).isEmpty();
    }

    @Test
    void eachAuthorCountsAlone() {
        assertThat(patterns(List.of(block("a", "x", 0), block("b", "y", 1), block("c", "x", 2))))
                .isEmpty();
    }

    @Test
    void whoWritesHimselfOtherwiseIsTheSame() {
        assertThat(
                        patterns(
                                List.of(
                                        block("a", "Ana", 0),
                                        block("b", " ana ", 1),
                                        block("c", "ANA", 2))))
                .containsExactly("abc");
    }

    @Test
    void nobodyIsNoAuthor() {
        assertThat(patterns(List.of(block("a", null, 0), block("b", "", 1), block("c", " ", 2))))
                .isEmpty();
        assertThat(patterns(List.of(block("a", null, 0), block("b", null, 1), block("c", null, 2))))
                .isEmpty();
    }

    /** Whatever the days: a run is of a stretch if any three within thirty days have it. */
    @Test
    void everyStretchIsSeenAndEveryPatternIsOne() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new java.util.Random(seed);
            List<Block> blocks = days(random.doubles(12, 0, 150).toArray());
            String expected = ofAnyThree(blocks);
            assertThat(runs(blocks)).as("seed %d", seed).isEqualTo(expected);
            assertThat(expected.isEmpty()).isEqualTo(patterns(blocks).isEmpty());
        }
    }

    private static String ofAnyThree(List<Block> blocks) {
        StringBuilder runs = new StringBuilder();
        for (Block one : blocks) {
            boolean found =
                    blocks.stream()
                            .anyMatch(first ->
                                    !first.at().isAfter(one.at())
                                            && !one.at().isAfter(end(first))
                                            && blocks.stream().filter(b -> within(first, b)).count()
                                                    >= 3);
            runs.append(found ? one.runId() : "");
        }
        return runs.toString();
    }

    private static boolean within(Block first, Block other) {
        return !other.at().isBefore(first.at()) && !other.at().isAfter(end(first));
    }

    private static Instant end(Block first) {
        return first.at().plus(Duration.ofDays(30));
    }
}
