// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Three blocks of an author in thirty days. */
class RepeatedBlocksTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static Finding block(String run, String author, int day) {
        return new Finding(
                FindingKind.RUN_BLOCKED,
                3,
                run,
                "hash of " + run + " " + day,
                FIRST.plus(Duration.ofDays(day)),
                null,
                author,
                null,
                JsonValue.object().build());
    }

    private static List<String> found(Finding... blocks) {
        return RepeatedBlocks.in(List.of(blocks), DefaultPolicy.get()).stream()
                .map(f ->
                        f.kind().word()
                                + " SEV-"
                                + f.severity()
                                + " "
                                + f.author()
                                + " "
                                + f.runId())
                .toList();
    }

    @Test
    void theThirdWithinThirtyDaysIsAPattern() {
        assertThat(found(block("a", "x", 0), block("b", "x", 10), block("c", "x", 30)))
                .containsExactly("repeated_blocks SEV-2 x c");
        assertThat(found(block("a", "x", 0), block("b", "x", 10), block("c", "x", 31))).isEmpty();
    }

    @Test
    void theSameRunCountsOnce() {
        assertThat(found(block("a", "x", 0), block("a", "x", 1), block("a", "x", 2))).isEmpty();
    }

    @Test
    void eachAuthorCountsAlone() {
        assertThat(found(block("a", "x", 0), block("b", "y", 1), block("c", "x", 2))).isEmpty();
    }

    @Test
    void blocksOfOnePatternDoNotCountForTheNext() {
        Finding[] blocks =
                Stream.iterate(0, i -> i + 1)
                        .limit(7)
                        .map(i -> block("r" + i, "x", i))
                        .toArray(Finding[]::new);
        assertThat(found(blocks))
                .containsExactly("repeated_blocks SEV-2 x r2", "repeated_blocks SEV-2 x r5");
    }
}
