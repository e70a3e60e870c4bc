// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A summary as bytes in the index, and back. Ours alone: the files are the truth, and another
/// {@link #VERSION} reads them all again.
final class SummaryCodec {
    /// Counts up whenever the bytes mean something else, or a run is read differently.
    static final int VERSION = 16;

    private SummaryCodec() {}

    static byte[] encode(RunSummary run) {
        Packer out = new Packer();
        out.text(run.runId());
        out.text(run.workflow());
        out.word(run.status());
        out.text(run.step());
        out.text(run.author());
        out.text(run.system());
        out.text(run.subject());
        out.time(run.started());
        out.flag(run.startDoubtful());
        out.time(run.blocked());
        out.word(run.gate());
        out.flag(run.bypassed());
        out.number(run.standing().size());
        run.standing().forEach(out::text);
        out.flag(run.unfollowed());
        out.word(run.verdict());
        out.number(run.records());
        out.text(run.head());
        out.number(run.failed().size());
        run.failed().forEach(out::word);
        out.number(run.exceptions());
        out.number(run.clocks().size());
        run.clocks().forEach(clock -> clock(clock, out));
        out.number(run.dispositions().size());
        run.dispositions().forEach(disposition -> disposition(disposition, out));
        return out.bytes();
    }

    static RunSummary decode(Path directory, byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        String runId = in.text();
        String workflow = in.nullableText();
        RunStatus status = in.word(RunStatus.values());
        String step = in.nullableText();
        String author = in.nullableText();
        String system = in.nullableText();
        String subject = in.text();
        Instant started = in.nullableTime();
        boolean startDoubtful = in.flag();
        Instant blocked = in.nullableTime();
        GateVerdict gate = in.nullableWord(GateVerdict.values());
        boolean bypassed = in.flag();
        List<String> standing = new ArrayList<>();
        for (long n = in.number(); n > 0; n--) {
            standing.add(in.text());
        }
        boolean unfollowed = in.flag();
        Verdict verdict = in.nullableWord(Verdict.values());
        long records = in.number();
        String head = in.nullableText();
        List<Channel> failed = new ArrayList<>();
        for (long n = in.number(); n > 0; n--) {
            failed.add(in.word(Channel.values()));
        }
        int exceptions = (int) in.number();
        List<RunClock> clocks = new ArrayList<>();
        for (long n = in.number(); n > 0; n--) {
            clocks.add(clock(in));
        }
        List<Disposition> dispositions = new ArrayList<>();
        for (long n = in.number(); n > 0; n--) {
            dispositions.add(disposition(in));
        }
        return new RunSummary(
                directory,
                runId,
                workflow,
                status,
                step,
                author,
                system,
                subject,
                started,
                startDoubtful,
                blocked,
                gate,
                bypassed,
                standing,
                unfollowed,
                verdict,
                records,
                head,
                failed,
                exceptions,
                clocks,
                dispositions);
    }

    private static void clock(RunClock clock, Packer out) {
        Cycle cycle = clock.cycle();
        out.word(cycle.kind());
        out.text(cycle.step());
        out.text(cycle.key());
        out.number(cycle.record());
        out.text(cycle.hash());
        out.time(cycle.started());
        out.flag(cycle.assumed());
        Cycle.Ending ending = cycle.ending();
        out.flag(ending != null);
        if (ending != null) {
            out.number(ending.record());
            out.time(ending.at());
            out.word(ending.how());
            out.flag(ending.selfAsserted());
        }
        out.word(clock.tier());
        out.flag(clock.tierAssumed());
        out.flag(clock.pauses());
        out.time(clock.due());
        out.text(clock.role());
        out.text(clock.escalateTo());
        out.number(clock.breachSeverity());
        out.text(clock.policyVersion());
    }

    private static RunClock clock(Unpacker in) {
        Cycle cycle =
                new Cycle(
                        in.word(ClockKind.values()),
                        in.text(),
                        in.text(),
                        in.number(),
                        in.text(),
                        in.time(),
                        in.flag(),
                        ending(in));
        return new RunClock(
                cycle,
                in.word(Tier.values()),
                in.flag(),
                in.flag(),
                in.time(),
                in.text(),
                in.text(),
                (int) in.number(),
                in.text());
    }

    private static void disposition(Disposition disposition, Packer out) {
        out.number(disposition.record());
        out.time(disposition.at());
        out.text(disposition.person());
        out.text(disposition.finding());
        out.text(disposition.disposition());
        out.text(disposition.supersededBy());
        out.word(disposition.signature());
        out.flag(disposition.counts());
    }

    private static Disposition disposition(Unpacker in) {
        return new Disposition(
                in.number(),
                in.nullableTime(),
                in.text(),
                in.text(),
                in.text(),
                in.nullableText(),
                in.word(Outcome.values()),
                in.flag());
    }

    private static Cycle.@Nullable Ending ending(Unpacker in) {
        return in.flag()
                ? new Cycle.Ending(in.number(), in.time(), in.word(Cycle.How.values()), in.flag())
                : null;
    }
}
