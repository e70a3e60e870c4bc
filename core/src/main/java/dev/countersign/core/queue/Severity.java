// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a finding is worth (PRODUCT, "Severity and escalation"); the first is the worst.
public enum Severity {
    /// The chain fails, history was rewritten, the gate was bypassed, a rejection lets the run go
    /// on, or a signature does not hold.
    SEV_1,
    /// Repeated blocks, a breached observation of a block, an early deletion; that nothing says
    /// where a run stands.
    SEV_2,
    /// Any other breached clock, a single block.
    SEV_3,
    /// A single workpaper exception.
    SEV_4;

    /// As it is written in files: `SEV-1`.
    public String word() {
        return "SEV-" + level();
    }

    /// 1 to 4, as policy counts.
    public int level() {
        return ordinal() + 1;
    }

    /// @param level 1 to 4
    public static Severity ofLevel(int level) {
        return values()[level - 1];
    }

    /// What a waiting item is worth at an instant; null if nothing is wrong with it: it waits, in
    /// time. That a run failed is not a severity by itself; its observation may become one.
    public static @Nullable Severity of(QueueItem item, Instant now) {
        if (atOnce(item)) {
            return SEV_1;
        }
        RunClock clock = item.clock();
        Severity worst =
                clock != null && clock.breached(now) ? ofLevel(clock.breachSeverity()) : null;
        if (item.repeated() || item.run().adrift()) {
            worst = worse(worst, SEV_2);
        }
        if (item.run().status() == RunStatus.BLOCKED) {
            worst = worse(worst, SEV_3);
        }
        if (clock != null && clock.kind() == ClockKind.OBSERVATION && item.run().exceptions() > 0) {
            worst = worse(worst, SEV_4);
        }
        return worst;
    }

    /// Whether it is SEV-1 by itself, whatever its clock says (CLOCKS: "a SEV-1 finding at once,
    /// not a clock").
    public static boolean atOnce(QueueItem item) {
        return chainFails(item) || gateBypassed(item.run()) || item.run().conflict();
    }

    private static Severity worse(@Nullable Severity a, Severity b) {
        return a == null || a.compareTo(b) > 0 ? b : a;
    }

    /// Whether the chain does not hold, or disagrees with what was seen of it before.
    static boolean chainFails(QueueItem item) {
        return item.integrity() == Outcome.FAILED
                || item.run().failed().contains(Channel.COMPLETENESS);
    }

    /// Whether a run went on without a control, or that its gate had blocked. The gate can't be
    /// overridden.
    static boolean gateBypassed(RunSummary run) {
        return run.bypassed() || run.gate() == GateVerdict.BLOCK && wentOn(run);
    }

    private static boolean wentOn(RunSummary run) {
        return switch (run.status()) {
            case AWAITING_APPROVAL, APPROVED_PENDING_RESUME, COMPLETED -> true;
            case UNKNOWN, RUNNING, BLOCKED, REJECTED, FAILED -> false;
        };
    }
}
