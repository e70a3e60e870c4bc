// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import static dev.countersign.core.queue.Runs.clock;
import static dev.countersign.core.queue.Runs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.Cycle.How;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.Changed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ReviewQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
    private static final RunClock APPROVAL =
            clock(ClockKind.APPROVAL, "2026-11-03T10:00:00Z", "2026-11-04T10:00:00Z");
    private static final RunClock OVERDUE =
            clock(ClockKind.APPROVAL, "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z");
    private static final RunClock OBSERVATION =
            clock(ClockKind.OBSERVATION, "2026-11-02T18:00:00Z", "2026-11-03T18:00:00Z");
    private static final RunClock OBSERVED =
            clock(
                    ClockKind.OBSERVATION,
                    "2026-11-02T18:00:00Z",
                    "2026-11-03T18:00:00Z",
                    How.OBSERVED);
    private static final RunClock DISPOSED =
            clock(
                    ClockKind.OBSERVATION,
                    "2026-11-02T18:00:00Z",
                    "2026-11-03T18:00:00Z",
                    How.DISPOSED);

    private static List<QueueItem> queue(RunSummary... runs) {
        return ReviewQueue.of(List.of(runs), List.of(), DefaultPolicy.get(), NOW);
    }

    private static QueueItem item(RunSummary run, @Nullable RunClock clock, String role) {
        return new QueueItem(run, clock, role, Outcome.VERIFIED, false);
    }

    @Test
    void oneItemForEachOpenClockTheNextBreachFirst() {
        var one = run("a", RunStatus.AWAITING_APPROVAL, OBSERVED, APPROVAL, OBSERVATION);
        var two = run("b", RunStatus.AWAITING_APPROVAL, OVERDUE);
        assertThat(queue(one, two))
                .containsExactly(
                        item(two, OVERDUE, "approver"),
                        item(one, OBSERVATION, "control owner"),
                        item(one, APPROVAL, "approver"));
    }

    @Test
    void whatFailsItsChainIsFirstAndWhatHasNoClockLast() {
        var rejected = run("a", RunStatus.REJECTED);
        var waiting = run("b", RunStatus.AWAITING_APPROVAL, OVERDUE);
        var broken = Runs.verdict(run("c", RunStatus.AWAITING_APPROVAL, APPROVAL), Verdict.BROKEN);
        var torn = Runs.verdict(run("d", RunStatus.COMPLETED), Verdict.MALFORMED);
        var cut = Runs.failed(run("e", RunStatus.COMPLETED), Channel.COMPLETENESS);
        assertThat(queue(rejected, waiting, cut, torn, broken))
                .containsExactly(
                        new QueueItem(broken, APPROVAL, "approver", Outcome.FAILED, false),
                        new QueueItem(torn, null, "platform owner", Outcome.FAILED, false),
                        new QueueItem(cut, null, "platform owner", Outcome.VERIFIED, false),
                        item(waiting, OVERDUE, "approver"),
                        item(rejected, null, "control owner"));
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"RUNNING", "APPROVED_PENDING_RESUME", "COMPLETED"})
    void whatWaitsForNobodyIsNotThere(RunStatus status) {
        assertThat(queue(run("a", status, OBSERVED))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"BLOCKED", "FAILED"})
    void whatIsObservedStaysUntilItIsDisposedOf(RunStatus status) {
        var observed = run("a", status, OBSERVED);
        assertThat(queue(observed)).containsExactly(item(observed, null, "control owner"));
        assertThat(queue(run("a", status, OBSERVED, DISPOSED))).isEmpty();
    }

    @Test
    void waitsWithoutAClock() {
        var unmeasured = run("a", RunStatus.AWAITING_APPROVAL);
        var unknown = Runs.verdict(run("b", RunStatus.UNKNOWN), null);
        var bypassed = Runs.gate(run("c", RunStatus.COMPLETED), GateVerdict.BLOCK);
        var unreviewed = Runs.bypassed(run("d", RunStatus.COMPLETED));
        var conflict = Runs.conflict(run("e", RunStatus.APPROVED_PENDING_RESUME));
        assertThat(queue(bypassed, unknown, unmeasured, conflict, unreviewed))
                .containsExactly(
                        item(unmeasured, null, "approver"),
                        new QueueItem(unknown, null, "control owner", Outcome.NOT_CHECKED, false),
                        item(bypassed, null, "platform owner"),
                        item(unreviewed, null, "platform owner"),
                        item(conflict, null, "platform owner"));
    }

    @Test
    void equalDeadlinesAreOrderedByRun() {
        List<RunSummary> runs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            runs.add(run("run-" + (100 + i), RunStatus.AWAITING_APPROVAL, APPROVAL));
        }
        List<QueueItem> expected = ReviewQueue.of(runs, List.of(), DefaultPolicy.get(), NOW);
        assertThat(expected).extracting(item -> item.run().runId()).isSorted();
        Collections.shuffle(runs, new Random(7));
        assertThat(ReviewQueue.of(runs, List.of(), DefaultPolicy.get(), NOW)).isEqualTo(expected);
    }

    @Test
    void severities() {
        var waiting = run("a", RunStatus.AWAITING_APPROVAL);
        assertThat(severity(item(waiting, APPROVAL, ""))).isNull();
        assertThat(severity(item(Runs.conflict(waiting), APPROVAL, ""))).isEqualTo(Severity.SEV_1);
        assertThat(severity(item(waiting, OVERDUE, ""))).isEqualTo(Severity.SEV_3);
        var blocked = run("a", RunStatus.BLOCKED);
        assertThat(severity(item(blocked, OBSERVATION, ""))).isEqualTo(Severity.SEV_3);
        assertThat(Severity.of(item(blocked, OBSERVATION, ""), NOW.plusSeconds(86_400)))
                .isEqualTo(Severity.SEV_2);
        assertThat(severity(new QueueItem(blocked, null, "", Outcome.VERIFIED, true)))
                .isEqualTo(Severity.SEV_2);
        assertThat(severity(new QueueItem(waiting, APPROVAL, "", Outcome.FAILED, false)))
                .isEqualTo(Severity.SEV_1);
        assertThat(severity(item(Runs.failed(waiting, Channel.COMPLETENESS), APPROVAL, "")))
                .isEqualTo(Severity.SEV_1);
        assertThat(severity(item(Runs.gate(waiting, GateVerdict.BLOCK), APPROVAL, "")))
                .isEqualTo(Severity.SEV_1);
        var exception = Runs.exceptions(run("a", RunStatus.COMPLETED), 1);
        assertThat(severity(item(exception, OBSERVATION, ""))).isEqualTo(Severity.SEV_4);
        assertThat(severity(item(run("a", RunStatus.FAILED), OBSERVATION, ""))).isNull();
        assertThat(Severity.SEV_2.word()).isEqualTo("SEV-2");
        assertThat(Severity.ofLevel(2)).isEqualTo(Severity.SEV_2);
    }

    private static @Nullable Severity severity(QueueItem item) {
        return Severity.of(item, NOW);
    }

    /// {@link dev.countersign.core.run.RepeatedBlocksTest} counts.
    @Test
    void threeBlocksOfOneAuthorWithinThirtyDaysRepeat() {
        var first = blocked("a", "2026-09-30T00:00:00Z");
        var second = blocked("b", "2026-10-10T00:00:00Z");
        var third = blocked("c", "2026-10-30T00:00:00Z");
        assertThat(repeated(NOW, List.of(), first, second, third)).containsExactly("a", "b", "c");
        assertThat(repeated(Instant.parse("2026-10-29T00:00:00Z"), List.of(), first, second, third))
                .isEmpty();
    }

    @Test
    void whatWentOnOrIsGoneWasBlockedAllTheSame() {
        var first =
                Changed.with(blocked("a", "2026-09-30T00:00:00Z"), "status", RunStatus.COMPLETED);
        var second = blocked("b", "2026-10-10T00:00:00Z");
        var third = blocked("c", "2026-10-30T00:00:00Z");
        assertThat(repeated(NOW, List.of(second), first, third)).containsExactly("c");
    }

    @Test
    void copiesOfOneRunAreOneBlock() {
        var first = blocked("a", "2026-10-01T00:00:00Z");
        var copy = Changed.with(first, "directory", Path.of("copies", "a"));
        var other = blocked("b", "2026-10-10T00:00:00Z");
        assertThat(repeated(NOW, List.of(), first, copy, other)).isEmpty();
    }

    private static List<String> repeated(Instant now, List<RunSummary> lost, RunSummary... runs) {
        return ReviewQueue.of(List.of(runs), lost, DefaultPolicy.get(), now).stream()
                .filter(QueueItem::repeated)
                .map(item -> item.run().runId())
                .toList();
    }

    private static RunSummary blocked(String id, String at) {
        return Changed.with(run(id, RunStatus.BLOCKED), "blocked", Instant.parse(at));
    }

    @Test
    void filters() {
        var waiting = item(run("run-1", RunStatus.AWAITING_APPROVAL), OVERDUE, "approver");
        var all = QueueFilter.ALL;
        assertThat(all.matches(waiting, NOW)).isTrue();
        assertThat(all.text("  PATCH erp ").matches(waiting, NOW)).isTrue();
        assertThat(all.text("patch nowhere").matches(waiting, NOW)).isFalse();
        assertThat(all.text("").matches(waiting, NOW)).isTrue();
        assertThat(filter(Set.of(RunStatus.BLOCKED), Set.of(), false).matches(waiting, NOW))
                .isFalse();
        assertThat(filter(Set.of(), Set.of("control owner"), false).matches(waiting, NOW))
                .isFalse();
        assertThat(filter(Set.of(), Set.of("approver"), true).matches(waiting, NOW)).isTrue();
        assertThat(filter(Set.of(), Set.of(), true).matches(item(waiting.run(), APPROVAL, ""), NOW))
                .isFalse();
        assertThat(filter(Set.of(), Set.of(), true).matches(item(waiting.run(), null, ""), NOW))
                .isFalse();
    }

    private static QueueFilter filter(Set<RunStatus> states, Set<String> roles, boolean breached) {
        return new QueueFilter(states, roles, breached, List.of());
    }
}
