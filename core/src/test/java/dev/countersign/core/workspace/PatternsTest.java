// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a finding of repeated blocks says. */
class PatternsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static Finding finding(FindingKind kind, String run, int day) {
        return new Finding(
                kind,
                kind.severity(),
                run,
                "hash of " + run,
                FIRST.plus(Duration.ofDays(day)),
                null,
                "x",
                "head of " + run,
                JsonValue.object().build());
    }

    private static Finding block(String run, int day) {
        return finding(FindingKind.RUN_BLOCKED, run, day);
    }

    @Test
    void itIsOfTheRunThatCompletesItAndNamesAll() {
        List<Finding> found =
                Patterns.in(
                        List.of(block("b", 10), block("a", 0), block("c", 30)),
                        DefaultPolicy.get());
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.REPEATED_BLOCKS,
                                2,
                                "c",
                                "hash of c",
                                FIRST.plus(Duration.ofDays(30)),
                                null,
                                "x",
                                "head of c",
                                found.getFirst().evidence()));
        assertThat(found.getFirst().evidence().text())
                .isEqualTo(
                        "{\"author\": \"x\", \"blocks\": ["
                                + "{\"run_id\": \"a\", \"hash\": \"hash of a\", \"at\":"
                                + " \"2026-01-01T00:00:00Z\"}, "
                                + "{\"run_id\": \"b\", \"hash\": \"hash of b\", \"at\":"
                                + " \"2026-01-11T00:00:00Z\"}, "
                                + "{\"run_id\": \"c\", \"hash\": \"hash of c\", \"at\":"
                                + " \"2026-01-31T00:00:00Z\"}]}");
    }

    @Test
    void failuresAreNoBlocks() {
        assertThat(
                        Patterns.in(
                                List.of(
                                        block("a", 0),
                                        block("b", 1),
                                        finding(FindingKind.RUN_FAILED, "c", 2)),
                                DefaultPolicy.get()))
                .isEmpty();
    }
}
