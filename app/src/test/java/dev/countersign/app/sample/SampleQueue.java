// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.queue.QueueSnapshot;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.clock.Tiering;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Queues of any length, the same each time. It is a Tuesday afternoon.
public final class SampleQueue implements QueueSource {
    /// When it is.
    public static final Instant NOW = Instant.parse("2026-11-24T13:20:15Z");

    private static final String[] SYSTEMS = {
        "payments-gateway", "ledger-core", "identity-provider", "trade-capture", "data-warehouse"
    };
    private static final String[] SUBJECTS = {
        "Raise the transfer limit for corporate accounts",
        "Rotate the signing keys of the card processor",
        "Patch the database of the general ledger",
        "Grant the month-end team write access",
        "Sale of 400 ACME by an employee of the desk",
        "Move the nightly reconciliation to the new cluster",
        "Switch off the old message broker"
    };
    private static final String[] AUTHORS = {"dana", "priya", "marc", "jo", "aiko", "lee", "sam"};

    private final List<RunSummary> runs;
    private boolean month;
    private final List<Runnable> watchers = new ArrayList<>();

    /// A queue of the runs.
    public SampleQueue(List<RunSummary> runs) {
        this.runs = runs;
    }

    /// So many runs, most of them waiting.
    public static SampleQueue of(int many) {
        return new SampleQueue(runs(many));
    }

    /// The same, and the sample of a month that is over is waited for.
    public static SampleQueue withMonth(int many) {
        SampleQueue queue = of(many);
        queue.month = true;
        return queue;
    }

    /// The runs themselves.
    public static List<RunSummary> runs(int many) {
        return IntStream.range(0, many).mapToObj(SampleQueue::run).toList();
    }

    /// One that cannot be read.
    public static SampleQueue unreadable() {
        return new SampleQueue(null);
    }

    @Override
    public String name() {
        return "/srv/pipelines/runs";
    }

    @Override
    public QueueSnapshot read(Instant now, Progress progress, Cancellation cancellation)
            throws SourceException {
        if (runs == null) {
            throw new SourceException(
                    Path.of(name()),
                    name() + " cannot be read: permission denied. Ask its owner for read access.");
        }
        progress.at(runs.size() / 3, runs.size(), 0, 0);
        Policy policy = DefaultPolicy.get();
        List<PeriodClock> periods =
                month
                        ? Periods.over(List.of(Instant.parse("2026-10-12T10:00:00Z")), policy, NOW)
                        : List.of();
        return new QueueSnapshot(
                ReviewQueue.of(runs, List.of(), policy, now),
                periods,
                runs,
                null,
                OfficeHours.of(policy));
    }

    @Override
    public Runnable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /// Says that there is something new.
    public void changed() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    /// A run that started some time before now; the states take turns.
    public static RunSummary run(int i) {
        RunStatus status =
                switch (i % 9) {
                    case 0, 1, 2, 3 -> RunStatus.AWAITING_APPROVAL;
                    case 4 -> RunStatus.BLOCKED;
                    case 5 -> RunStatus.RUNNING;
                    case 6 -> RunStatus.FAILED;
                    case 7 -> RunStatus.REJECTED;
                    default -> RunStatus.AWAITING_APPROVAL;
                };
        boolean broken = i % 17 == 12;
        String workflow = i % 7 == 4 ? "personal-trade-compliance" : "change-approval";
        String id = workflow + "-" + hex(i);
        return new RunSummary(
                Path.of("/srv/pipelines/runs", id),
                id,
                workflow,
                status,
                "human_approval",
                AUTHORS[i % AUTHORS.length],
                i % 11 == 9 ? null : SYSTEMS[i % SYSTEMS.length],
                "CHG-" + (1100 + i) + " " + SUBJECTS[i % SUBJECTS.length],
                NOW.minus(Duration.ofHours(i % 60)),
                false,
                status == RunStatus.BLOCKED ? NOW.minus(Duration.ofHours(i % 60)) : null,
                status == RunStatus.BLOCKED ? GateVerdict.BLOCK : GateVerdict.APPROVE,
                false,
                List.of(),
                false,
                broken ? Verdict.BROKEN : i % 23 == 20 ? Verdict.EMPTY : Verdict.INTACT,
                12 + i % 9,
                hex(i),
                broken ? List.of(Channel.INTEGRITY) : List.of(),
                0,
                clocks(i, status, workflow),
                List.of());
    }

    private static List<RunClock> clocks(int i, RunStatus status, String workflow) {
        return switch (status) {
            case AWAITING_APPROVAL ->
                    Stream.concat(
                                    fix(i, ClockKind.APPROVAL, workflow).stream(),
                                    reviewed(i, workflow).stream())
                            .toList();
            case BLOCKED, FAILED -> fix(i, ClockKind.OBSERVATION, workflow);
            case RUNNING -> fix(i, ClockKind.OPERATOR_REVIEW, workflow);
            case UNKNOWN, APPROVED_PENDING_RESUME, REJECTED, COMPLETED -> List.of();
        };
    }

    /// What was looked at before it waits for approval.
    private static List<RunClock> reviewed(int i, String workflow) {
        Instant started = NOW.minus(Duration.ofMinutes(7L * (i % 260) + 60));
        var ending = new Cycle.Ending(8, started.plusSeconds(900), Cycle.How.REVIEWED, true);
        var cycle =
                new Cycle(
                        ClockKind.OPERATOR_REVIEW,
                        "independent_review",
                        "",
                        5,
                        hex(i),
                        started,
                        true,
                        ending);
        return Deadlines.fix(
                workflow,
                List.of(cycle),
                new Tiering(Tier.STANDARD, true),
                false,
                DefaultPolicy.get());
    }

    private static List<RunClock> fix(int i, ClockKind kind, String workflow) {
        Instant started = NOW.minus(Duration.ofMinutes(7L * (i % 260) + i % 5));
        var cycle =
                new Cycle(
                        kind, "human_approval", "change_approval", 9, hex(i), started, false, null);
        Tier tier = i % 13 == 8 ? Tier.EMERGENCY : Tier.STANDARD;
        return Deadlines.fix(
                workflow,
                List.of(cycle),
                new Tiering(tier, tier == Tier.STANDARD),
                kind == ClockKind.OBSERVATION && i % 9 == 4,
                DefaultPolicy.get());
    }

    private static String hex(int i) {
        return String.format(Locale.ROOT, "%012x", (i + 1) * 0x9E3779B97F4AL & 0xffffffffffffL);
    }
}
