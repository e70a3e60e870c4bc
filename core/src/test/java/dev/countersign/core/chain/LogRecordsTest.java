// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.chain.LogRecords.LogRecord;
import dev.countersign.core.source.LogFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small log is read where it lies in memory, a larger one slice by slice: both say the same.
class LogRecordsTest {
    private static final List<String> PIECES =
            List.of(
                    "{\"event\": \"a\", \"n\": 1}",
                    "{\"event\": \"a\", \"event\": \"b\", \"\\u0065vent\": \"c\"}",
                    "{\"\": {\"k\u00e4se\": [1, {}]}, \"deep\": [[], {\"x\": null}]}",
                    "{\"torn\": ",
                    "[1, 2]",
                    "7",
                    "\ufeff{}",
                    "{}",
                    " ",
                    "\u2003",
                    "",
                    "\n",
                    "\r",
                    "\r\n",
                    "\n\r",
                    "\n",
                    "\r\n");

    @TempDir Path folder;

    private final LogRecords records = new LogRecords(Limits.DEFAULT);

    @Test
    void smallAndLargeLogsAreReadAlike() throws Exception {
        String rest = "{\"event\": \"rest\"}\n".repeat(5_000);
        for (int seed = 0; seed < 300; seed++) {
            String text = odd(seed);
            List<LogRecord> small = read(text + "\n");
            List<LogRecord> large = read(text + "\n" + rest);
            assertThat(large.subList(0, large.size() - 5_000))
                    .describedAs("seed %s: %s", seed, text)
                    .isEqualTo(small);
        }
    }

    @Test
    void aLastLineNeedsNoEnd() throws Exception {
        assertThat(read("\r\n{\"a\": 1}\r\n\n{\"a\": 2}"))
                .extracting(LogRecord::record, LogRecord::line, r -> r.value().text())
                .containsExactly(tuple(0L, 2L, "{\"a\": 1}"), tuple(1L, 4L, "{\"a\": 2}"));
    }

    private static String odd(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private List<LogRecord> read(String text) throws Exception {
        Path file = folder.resolve("log.jsonl");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        List<LogRecord> all = new ArrayList<>();
        try (LogFile log = LogFile.open(file)) {
            records.forEach(log, all::add);
        }
        return all;
    }
}
