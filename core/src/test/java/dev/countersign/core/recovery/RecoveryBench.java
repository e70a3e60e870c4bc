// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.recovery.RecoveryResult.NotFound;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.RealisticEdits;
import dev.countersign.core.testkit.RealisticEdits.Kind;
import dev.countersign.core.testkit.SlowChain;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue.Obj;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The benchmark of the recovery: seeded edits of real and generated logs, searched one after the
/// other: `EDITS SEED SECONDS wall|cpu SAMPLES`. With `cpu`, a second is a second of two processors
/// of this process, so that a busy machine gives the same answer.
final class RecoveryBench {
    private final SplittableRandom random;
    private final RealisticEdits edits;
    private final Duration budget;
    private final LongSupplier clock;
    private final ExecutorService helpers;
    private final Path folder;
    private final Map<Kind, List<Double>> found = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    private final boolean verbose = Boolean.getBoolean("bench.verbose");
    private long tried;
    private double seconds;

    private RecoveryBench(
            long seed, Duration budget, LongSupplier clock, ExecutorService helpers, Path folder) {
        this.random = new SplittableRandom(seed);
        this.edits = new RealisticEdits(seed);
        this.budget = budget;
        this.clock = clock;
        this.helpers = helpers;
        this.folder = folder;
    }

    /// A log with its folder, if it is a run.
    private record Subject(GeneratedLog log, BesideLog beside) {}

    public static void main(String[] args) throws IOException, SourceException {
        Path folder = Files.createTempDirectory("recover");
        ExecutorService helpers = Executors.newFixedThreadPool(1);
        try {
            var bench =
                    new RecoveryBench(
                            Long.parseLong(args[1]),
                            Duration.ofSeconds(Long.parseLong(args[2])),
                            args[3].equals("cpu") ? RecoveryBench::cpu : System::nanoTime,
                            helpers,
                            folder);
            bench.run(Integer.parseInt(args[0]), subjects(Path.of(args[4])));
            boolean ok = bench.print();
            helpers.shutdownNow();
            System.exit(ok ? 0 : 1);
        } finally {
            helpers.shutdownNow();
            Files.deleteIfExists(folder.resolve("audit.jsonl"));
            Files.deleteIfExists(folder);
        }
    }

    /// Half the processor time of this process.
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 2;
    }

    private static List<Subject> subjects(Path samples) throws IOException, SourceException {
        List<Subject> all = new ArrayList<>();
        try (Stream<Path> runs = Files.list(samples)) {
            for (Path run : runs.sorted().toList()) {
                byte[] log = Files.readAllBytes(run.resolve("audit.jsonl"));
                all.add(new Subject(log(ChainFormat.A, log), BesideLog.of(run)));
            }
        }
        for (ChainFormat format : ChainFormat.BUILT_IN) {
            for (int seed = 0; seed < 8; seed++) {
                byte[] log = LogGenerator.benchmark(format, 300, seed, false);
                all.add(new Subject(log(format, log), BesideLog.NOTHING));
            }
        }
        return all;
    }

    private static GeneratedLog log(ChainFormat format, byte[] bytes) {
        List<LogLine> lines = new ArrayList<>();
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> SlowJson.parse(line.getBytes(StandardCharsets.UTF_8)))
                .forEach(record -> lines.add(LogLine.of((Obj) record)));
        return new GeneratedLog(format, lines);
    }

    private void run(int count, List<Subject> subjects) throws IOException, SourceException {
        Kind[] kinds = Kind.values();
        for (int done = 0; done < count; ) {
            Kind kind = kinds[done % kinds.length];
            Subject subject = subjects.get(random.nextInt(subjects.size()));
            GeneratedLog log = subject.log();
            int at = random.nextInt(log.size());
            Obj other = log.record(random.nextInt(log.size()));
            Obj edited = edits.edit(kind, log.format(), log.record(at), other);
            if (edited != null) {
                one(kind, subject, at, edited);
                done++;
            }
        }
    }

    private void one(Kind kind, Subject subject, int at, Obj edited)
            throws IOException, SourceException {
        GeneratedLog log = subject.log();
        Path file = folder.resolve("audit.jsonl");
        Files.write(file, log.edit(at, r -> edited).toBytes());
        try (LogFile bytes = LogFile.open(file)) {
            ChainReport report = EditedLog.report(bytes, log.format(), helpers);
            RecoveryRequest request =
                    new RecoveryRequest(report, at, subject.beside(), null, budget);
            RecoveryResult result =
                    new Recovery(helpers, 2, clock)
                            .recover(bytes, request, RecoveryProgress.NONE, Cancellation.NEVER);
            all.merge(kind, 1, Integer::sum);
            if (result instanceof Recovered hit) {
                if (!hit.text().equals(SlowChain.covered(log.format(), log.record(at)))) {
                    throw new IllegalStateException("not the original: " + hit);
                }
                found.computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(hit.taken().toNanos() / 1e9);
                count(hit.tried(), hit.taken());
            } else if (result instanceof NotFound miss) {
                count(miss.tried(), miss.taken());
            }
            if (verbose && !(result instanceof Recovered)) {
                Obj was = log.record(at);
                System.out.println(
                        kind
                                + " "
                                + log.format().name()
                                + ": "
                                + differences(was, edited)
                                + " "
                                + result);
            }
        }
    }

    private static String differences(Obj was, Obj is) {
        StringBuilder out = new StringBuilder();
        was.fields()
                .forEach((k, v) -> {
                    if (!v.equals(is.get(k))) {
                        out.append(k)
                                .append(": ")
                                .append(v)
                                .append(" -> ")
                                .append(is.get(k))
                                .append("; ");
                    }
                });
        return out.length() > 700 ? out.substring(0, 700) : out.toString();
    }

    private void count(long candidates, Duration taken) {
        if (taken.toMillis() > 500) {
            // a rate of a handful says nothing
            tried += candidates;
            seconds += taken.toNanos() / 1e9;
        }
    }

    private boolean print() {
        System.out.printf("%-14s %6s %6s %6s %9s%n", "kind", "edits", "found", "%", "median s");
        List<Double> times = new ArrayList<>();
        int promised = 0;
        int kept = 0;
        int edited = 0;
        for (Map.Entry<Kind, Integer> entry : all.entrySet()) {
            List<Double> hits = found.getOrDefault(entry.getKey(), List.of());
            times.addAll(hits);
            edited += entry.getValue();
            if (entry.getKey().promised()) {
                promised += entry.getValue();
                kept += hits.size();
            }
            row(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue(), hits);
        }
        row("all", edited, times);
        double rate = 100.0 * kept / promised;
        double perSecond = tried / seconds / 1e6;
        System.out.printf(
                "single-field edits: %d of %d found within %d s: %.1f %% (wanted: 90)%n",
                kept, promised, budget.toSeconds(), rate);
        System.out.printf("candidates a second: %.1f million (wanted: 5)%n", perSecond);
        return rate >= 90 && perSecond >= 5;
    }

    private static void row(String name, int edits, List<Double> hits) {
        List<Double> sorted = hits.stream().sorted().toList();
        double median = sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
        System.out.printf(
                "%-14s %6d %6d %6.1f %9.3f%n",
                name, edits, hits.size(), 100.0 * hits.size() / edits, median);
    }
}
