// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RepeatedBlocks;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Every waiting decision, the next breach first (PRODUCT, "Queue").
public final class ReviewQueue {
    private ReviewQueue() {}

    /// What is sorted by. Without a clock it is due never, which is last.
    private record Entry(QueueItem item, boolean chainFails, Instant due)
            implements Comparable<Entry> {
        Entry(QueueItem item) {
            RunClock clock = item.clock();
            this(item, Severity.chainFails(item), clock == null ? Instant.MAX : clock.due());
        }

        @Override
        public int compareTo(Entry other) {
            if (chainFails != other.chainFails) {
                return chainFails ? -1 : 1;
            }
            int byDue = due.compareTo(other.due);
            return byDue != 0 ? byDue : ties(item.run(), other.item.run());
        }

        private static int ties(RunSummary run, RunSummary other) {
            int byId = run.runId().compareTo(other.runId());
            return byId != 0 ? byId : run.directory().compareTo(other.directory());
        }
    }

    /// One item for each open clock of each run, and one for each run that waits without a clock.
    ///
    /// A run waits without a clock while it is rejected or awaits an approval that no clock
    /// measures; blocked or failed and observed, until it is disposed of; while nothing can be read
    /// of it; and, whatever its status, while its chain does not hold, its gate was bypassed, or
    /// another finding of SEV-1 stands against it.
    ///
    /// @param lost runs that are gone: their blocks count, too
    /// @param now blocks are counted up to here
    /// @return runs whose chain fails first, then by deadline, those without one last; equal ones
    ///   by run id
    public static List<QueueItem> of(
            Collection<RunSummary> runs, Collection<RunSummary> lost, Policy policy, Instant now) {
        Set<String> repeated = repeated(runs, lost, policy, now);
        List<Entry> entries = new ArrayList<>();
        for (RunSummary run : runs) {
            boolean pattern = run.status() == RunStatus.BLOCKED && repeated.contains(run.runId());
            int before = entries.size();
            for (RunClock clock : run.clocks()) {
                if (clock.open()) {
                    var item = new QueueItem(run, clock, clock.role(), integrity(run), pattern);
                    entries.add(new Entry(item));
                }
            }
            if (entries.size() == before) {
                String role = waitsWithoutClock(run, policy);
                if (role != null) {
                    var item = new QueueItem(run, null, role, integrity(run), pattern);
                    entries.add(new Entry(item));
                }
            }
        }
        Collections.sort(entries);
        return entries.stream().map(Entry::item).toList();
    }

    private static Set<String> repeated(
            Collection<RunSummary> runs, Collection<RunSummary> lost, Policy policy, Instant now) {
        List<RepeatedBlocks.Block> blocks = new ArrayList<>();
        for (Collection<RunSummary> some : List.of(runs, lost)) {
            for (RunSummary run : some) {
                Instant at = run.blocked();
                if (at != null && !at.isAfter(now)) {
                    blocks.add(new RepeatedBlocks.Block(run.runId(), run.author(), at, ""));
                }
            }
        }
        return new RepeatedBlocks(blocks, policy).runs();
    }

    /// Where among items in order something stands that waits until an instant and has no chain:
    /// behind those whose chain fails, and by its deadline.
    public static int place(List<QueueItem> items, Instant due) {
        int at = 0;
        while (at < items.size() && before(items.get(at), due)) {
            at++;
        }
        return at;
    }

    private static boolean before(QueueItem item, Instant due) {
        RunClock clock = item.clock();
        return Severity.chainFails(item) || clock != null && !clock.due().isAfter(due);
    }

    /// What the verifier says of the chain, as an outcome. An empty log verifies nothing.
    static Outcome integrity(RunSummary run) {
        Verdict verdict = run.verdict();
        if (run.failed().contains(Channel.INTEGRITY)) {
            return Outcome.FAILED;
        }
        if (verdict == null) {
            return Outcome.NOT_CHECKED;
        }
        return switch (verdict) {
            case INTACT -> Outcome.VERIFIED;
            case BROKEN, MALFORMED -> Outcome.FAILED;
            case EMPTY -> Outcome.NOT_CHECKED;
        };
    }

    /// The role that a run without an open clock waits for, or null if it waits for nobody here.
    private static @Nullable String waitsWithoutClock(RunSummary run, Policy policy) {
        String owner = policy.clock(ClockKind.OBSERVATION).role();
        boolean chainFails =
                integrity(run) == Outcome.FAILED || run.failed().contains(Channel.COMPLETENESS);
        if (chainFails || Severity.gateBypassed(run) || run.conflict()) {
            return policy.escalation(Severity.SEV_1.level()).to().getFirst();
        }
        return switch (run.status()) {
            case AWAITING_APPROVAL -> approver(run, policy);
            case REJECTED, UNKNOWN -> owner;
            case BLOCKED, FAILED -> run.disposed() ? null : owner;
            case RUNNING, APPROVED_PENDING_RESUME, COMPLETED -> null;
        };
    }

    private static String approver(RunSummary run, Policy policy) {
        String workflow = run.workflow();
        String step = run.step();
        StepRule rule = policy.step(workflow == null ? "" : workflow, step == null ? "" : step);
        return rule.role().isEmpty() ? policy.clock(ClockKind.APPROVAL).role() : rule.role();
    }
}
