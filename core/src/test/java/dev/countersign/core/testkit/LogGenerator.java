// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.CanonicalProfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes logs that are right, and as varied as producers are: the same seed gives the same log.
///
/// {@link #generate} for tests, with every odd value; {@link BenchLog} for gigabytes.
public final class LogGenerator {
    /// A format that is none of the built-in ones: other field names, compact profile, SHA-384.
    public static final ChainFormat CUSTOM =
            new ChainFormat(
                    "custom",
                    "digest",
                    "parent",
                    "0",
                    List.of(),
                    CanonicalProfile.B,
                    ChainFormat.Digest.SHA_384,
                    "ts",
                    null,
                    "event",
                    null);

    private static final List<String> EVENTS =
            List.of(
                    "step_started",
                    "step_result",
                    "artifact_written",
                    "approval_recorded",
                    "observed");

    private final ChainFormat format;
    private final SplittableRandom random;
    private final RichValues values;
    private Instant now;

    private LogGenerator(ChainFormat format, long seed, Instant start) {
        this.format = format;
        this.random = new SplittableRandom(seed);
        this.values = new RichValues(random, format.profile() == CanonicalProfile.J);
        this.now = start;
    }

    /// A log of varied records.
    ///
    /// @param format how it is chained
    /// @param records how many
    /// @param seed the same seed gives the same log
    /// @param start time of the first record
    public static GeneratedLog generate(ChainFormat format, int records, long seed, Instant start) {
        LogGenerator generator = new LogGenerator(format, seed, start);
        List<LogLine> lines = new ArrayList<>();
        String link = format.genesis();
        for (int i = 0; i < records; i++) {
            SlowValue.Obj record = generator.next(i, link);
            link = SlowChain.hash(format, record);
            lines.add(LogLine.of(generator.placed(record.with(format.hashField(), link))));
        }
        return new GeneratedLog(format, lines);
    }

    /// A log from the first moment of 2026.
    public static GeneratedLog generate(ChainFormat format, int records, long seed) {
        return generate(format, records, seed, Instant.parse("2026-01-01T00:00:00Z"));
    }

    /// A log of the benchmark's records, in memory.
    ///
    /// @param format A, B or J
    /// @param records how many
    /// @param seed the same seed gives the same log
    /// @param awkward whether every line is spelled as no producer would
    public static byte[] benchmark(ChainFormat format, int records, long seed, boolean awkward) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BenchLog.write(format, records, seed, awkward, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Writes a large log of the benchmark's records: `A|B|J RECORDS SEED FILE [--awkward]`.
    public static void main(String[] args) throws IOException {
        List<ChainFormat> formats =
                ChainFormat.BUILT_IN.stream()
                        .filter(f -> args.length > 0 && f.name().equals(args[0]))
                        .toList();
        boolean awkward = args.length == 5 && args[4].equals("--awkward");
        if (formats.isEmpty() || args.length != (awkward ? 5 : 4)) {
            System.err.println("usage: LogGenerator A|B|J RECORDS SEED FILE [--awkward]");
            System.exit(2);
        }
        long records = Long.parseLong(args[1]);
        try (OutputStream out = Files.newOutputStream(Path.of(args[3]))) {
            BenchLog.write(formats.getFirst(), records, Long.parseLong(args[2]), awkward, out);
        }
    }

    private SlowValue.Obj next(int i, String link) {
        now = now.plusNanos(1000L * random.nextInt(1, 3_000_000));
        if (random.nextInt(12) == 0) {
            now = Instant.ofEpochSecond(now.getEpochSecond() + 1);
        }
        return format.covered().isEmpty() ? runRecord(i, link) : trailRecord(link);
    }

    /// Format A and its like: the hash comes last.
    private SlowValue.Obj runRecord(int i, String link) {
        String event = i == 0 ? "run_started" : EVENTS.get(random.nextInt(EVENTS.size()));
        SlowValue.Obj record =
                fields().with("ts", Stamps.offset(now))
                        .with("event", event)
                        .with(format.prevField(), link)
                        .with("step", values.words(1))
                        .with("count", SlowValue.Int.of(random.nextInt(10_000)))
                        .with("detail", detail());
        for (int more = random.nextInt(4); more > 0; more--) {
            record = record.with("x_" + values.words(1) + random.nextInt(20), values.any(3));
        }
        return random.nextInt(6) == 0 ? record.with("hash_note", values.string()) : record;
    }

    /// Format B: ten covered fields, then those that the hash leaves out.
    private SlowValue.Obj trailRecord(String link) {
        SlowValue.Obj record =
                fields().with("event_id", uuid())
                        .with("timestamp", Stamps.zulu(now))
                        .with("actor_id", "user-" + random.nextInt(500))
                        .with("actor_type", pick("user", "service", "system", "admin"))
                        .with("action", pick("login", "trade.create", "trade.approve", "export"))
                        .with("resource_type", values.words(1))
                        .with("resource_id", values.string())
                        .with("outcome", pick("success", "failure", "denied"))
                        .with("details", detail())
                        .with(format.prevField(), link)
                        .with(format.hashField(), "");
        record =
                record.with(
                        "ip_address", "10.1." + random.nextInt(256) + "." + random.nextInt(256));
        record =
                record.with(
                        "user_agent",
                        random.nextInt(5) == 0
                                ? SlowValue.NULL
                                : new SlowValue.Str(values.string()));
        return record.with("request_id", uuid()).with("session_id", uuid());
    }

    private SlowValue.Obj detail() {
        SlowValue.Obj rest = values.object(2);
        return fields().with("note", values.words(3))
                .with("zeta", SlowValue.Int.of(random.nextInt(100)))
                .with("hash", values.words(1))
                .with("amount", new SlowValue.Flt(values.number()))
                .with("rest", rest)
                .with("ok", new SlowValue.Bool(random.nextBoolean()));
    }

    private SlowValue.Obj placed(SlowValue.Obj record) {
        return format.covered().isEmpty() ? record.last(format.hashField()) : record;
    }

    private static SlowValue.Obj fields() {
        Map<String, SlowValue> none = new LinkedHashMap<>();
        return new SlowValue.Obj(none);
    }

    private String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
