// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowChain;
import dev.countersign.core.testkit.SlowValue;
import dev.countersign.core.testkit.SlowValue.Obj;
import dev.countersign.core.testkit.SlowValue.Str;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Small logs as people write them, to be edited and searched.
final class EditedLog {
    /// The record that is edited.
    static final int AT = 4;

    private EditedLog() {}

    /// Seven records around an approval of a payment.
    static GeneratedLog payments(ChainFormat format) {
        List<Obj> records =
                List.of(
                        record(
                                format,
                                0,
                                "run_started",
                                Map.of("run_id", str("pay-1"), "name", str("payments"))),
                        record(format, 1, "step_started", Map.of("step", str("ingest"))),
                        record(
                                format,
                                2,
                                "step_result",
                                Map.of("status", str("ok"), "reason", str("2 invoices read"))),
                        record(
                                format,
                                3,
                                "approval_recorded",
                                Map.of(
                                        "approver", str("m.okafor"),
                                        "desk", str("Treasury 7"),
                                        "decision", str("approved"),
                                        "rationale", str("invoice matches the order"))),
                        payment(format),
                        record(
                                format,
                                5,
                                "step_result",
                                Map.of("status", str("ok"), "reason", str("paid by j.lindqvist"))),
                        record(format, 6, "run_completed", Map.of("run_id", str("pay-1"))));
        List<LogLine> lines = new ArrayList<>();
        String link = format.genesis();
        for (Obj record : records) {
            Obj sealed = SlowChain.below(format, link, record).last(format.hashField());
            link = sealed.text(format.hashField());
            lines.add(LogLine.of(sealed));
        }
        return new GeneratedLog(format, lines);
    }

    private static Obj payment(ChainFormat format) {
        Obj detail =
                new Obj(Map.of())
                        .with("amount", new SlowValue.Flt(12_500.75))
                        .with("currency", "EUR")
                        .with("items", new SlowValue.Int("3"))
                        .with("urgent", new SlowValue.Bool(false));
        return record(
                format,
                4,
                "approval_recorded",
                Map.of(
                        "approver", str("j.lindqvist"),
                        "desk", str("Treasury 7"),
                        "unit", str("harbour"),
                        "decision", str("approved"),
                        "rationale",
                                str("Paid as agreed with M\u00fcller on 2026-03-14; no open items"),
                        "detail", detail));
    }

    private static Str str(String text) {
        return new Str(text);
    }

    private static Obj record(
            ChainFormat format, int n, String event, Map<String, SlowValue> fields) {
        Obj record =
                new Obj(Map.of())
                        .with(
                                String.valueOf(format.timeField()),
                                "2026-03-14T09:26:5" + n + ".58979" + n + "+00:00")
                        .with("event", event)
                        .with(format.prevField(), "");
        for (Map.Entry<String, SlowValue> field : new TreeMap<>(fields).entrySet()) {
            record = record.with(field.getKey(), field.getValue());
        }
        return record;
    }

    /// Verifies a log on disk.
    static ChainReport report(LogFile log, ChainFormat format, Executor helpers)
            throws SourceException {
        VerifyRequest request =
                new VerifyRequest(
                        new FormatChoice.Fixed(format),
                        null,
                        false,
                        false,
                        false,
                        false,
                        Limits.DEFAULT);
        Verification done =
                new ChainVerifier(helpers, 2)
                        .verify(log, request, Progress.NONE, Cancellation.NEVER);
        return ((Verification.Finished) done).report();
    }

    /// Searches for the first edited record of a log.
    static RecoveryResult search(byte[] bytes, ChainFormat format, Path folder, Executor helpers)
            throws IOException, SourceException {
        return new Asked(folder, helpers).search(bytes, format);
    }

    /// One search, and what is asked of it.
    static final class Asked {
        private final Path folder;
        private final Executor helpers;
        private long record = -1;
        private @Nullable Checkpoint checkpoint;
        private Duration budget = Duration.ofMinutes(20);
        private LongSupplier clock = System::nanoTime;
        private RecoveryProgress progress = RecoveryProgress.NONE;
        private Cancellation cancellation = Cancellation.NEVER;

        Asked(Path folder, Executor helpers) {
            this.folder = folder;
            this.helpers = helpers;
        }

        Asked record(long n) {
            record = n;
            return this;
        }

        Asked checkpoint(Checkpoint seen) {
            checkpoint = seen;
            return this;
        }

        Asked budget(Duration limit) {
            budget = limit;
            return this;
        }

        Asked clock(LongSupplier nanos) {
            clock = nanos;
            return this;
        }

        Asked progress(RecoveryProgress hears) {
            progress = hears;
            return this;
        }

        Asked cancellation(Cancellation asked) {
            cancellation = asked;
            return this;
        }

        RecoveryResult search(GeneratedLog log) throws IOException, SourceException {
            return search(log.toBytes(), log.format());
        }

        RecoveryResult search(byte[] bytes, ChainFormat format)
                throws IOException, SourceException {
            Path file = Files.write(folder.resolve("audit.jsonl"), bytes);
            try (LogFile log = LogFile.open(file)) {
                ChainReport report = report(log, format, helpers);
                long asked = record < 0 ? Recovery.firstEdited(report) : record;
                RecoveryRequest request =
                        new RecoveryRequest(report, asked, BesideLog.NOTHING, checkpoint, budget);
                return new Recovery(helpers, 2, clock)
                        .recover(log, request, progress, cancellation);
            }
        }
    }
}
