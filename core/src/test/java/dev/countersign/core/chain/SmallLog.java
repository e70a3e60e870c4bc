// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowChain;
import dev.countersign.core.testkit.SlowValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Logs of short records, for tests that change every bit.
final class SmallLog {
    private SmallLog() {}

    /// A log of short records, varied in their values.
    static byte[] of(ChainFormat format, int records) {
        List<LogLine> lines = new ArrayList<>();
        String link = format.genesis();
        for (int i = 0; i < records; i++) {
            SlowValue.Obj record = SlowChain.below(format, link, record(format, i));
            link = String.valueOf(record.text(format.hashField()));
            lines.add(LogLine.of(record.last(format.hashField())));
        }
        return new GeneratedLog(format, lines).toBytes();
    }

    /// A log of the benchmark's records.
    static byte[] benchmark(ChainFormat format, int records) {
        return LogGenerator.benchmark(format, records, 11, false);
    }

    private static SlowValue.Obj record(ChainFormat format, int i) {
        SlowValue.Obj record = new SlowValue.Obj(Map.of());
        for (String key : format.covered()) {
            record = record.with(key, "");
        }
        List<SlowValue> some =
                List.of(
                        SlowValue.Int.of(10),
                        new SlowValue.Flt(1.5),
                        new SlowValue.Str("\u00e9\n/"),
                        new SlowValue.Bool(true),
                        new SlowValue.Arr(List.of(SlowValue.NULL)),
                        new SlowValue.Obj(Map.of("a", new SlowValue.Flt(1e16))));
        return record.with(format.covered().isEmpty() ? "v" : "details", some.get(i % some.size()));
    }
}
