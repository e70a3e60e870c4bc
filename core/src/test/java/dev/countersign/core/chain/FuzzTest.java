// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.AwkwardLines;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.Mutator;
import dev.countersign.core.testkit.Scale;
import dev.countersign.core.testkit.SlowVerifier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Whatever happens to the bytes: never an exception, never intact where the covered meaning
/// changed, never broken where only the spelling did.
class FuzzTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        helpers.shutdown();
    }

    /// Every bit of a log of 20 records.
    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void everyBit(String format) {
        byte[] log = SmallLog.of(format(format), 20);
        Verifying verifying = new Verifying(folder, helpers);
        SlowVerifier slow = SlowVerifier.knowing(format(format), log);
        for (int bit = 0; bit < log.length * 8; bit++) {
            byte[] changed = log.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            ChainReport report = verifying.held(changed, Verifying.as(format(format)));
            agrees(report, slow.verify(changed), format(format), changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "J"})
    void mutatedLogs(String format) {
        Verifying verifying = new Verifying(folder, helpers);
        for (int seed = 0; seed < Scale.rounds(300); seed++) {
            GeneratedLog log = LogGenerator.generate(format(format), 6, seed / 10);
            byte[] base =
                    seed % 3 == 0 ? AwkwardLines.respelled(log, seed).toBytes() : log.toBytes();
            agrees(verifying, format(format), Mutator.mutate(base, seed));
        }
    }

    @Test
    void anyBytesAtAll() {
        Verifying verifying = new Verifying(folder, helpers);
        for (int seed = 0; seed < Scale.rounds(200); seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            agrees(verifying, ChainFormat.A, bytes);
            agrees(verifying, ChainFormat.B, ("{" + seed).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void agrees(Verifying verifying, ChainFormat format, byte[] log) {
        ChainReport report = verifying.report(log, Verifying.as(format));
        agrees(report, SlowVerifier.verify(format, log), format, log);
    }

    private static void agrees(
            ChainReport report, SlowVerifier.Result slow, ChainFormat format, byte[] log) {
        try {
            ReportRules.assertAgree(report, slow);
            ReportRules.assertHold(report, log, slow);
        } catch (AssertionError e) {
            String shown = new String(log, StandardCharsets.ISO_8859_1);
            throw new AssertionError(slow + "\n" + report.faults() + "\n" + shown, e);
        }
        assertThat(report.format()).isEqualTo(format);
    }

    private static ChainFormat format(String name) {
        return ChainFormat.BUILT_IN.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
