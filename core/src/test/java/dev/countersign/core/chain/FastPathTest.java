// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.testkit.Mutator;
import dev.countersign.core.testkit.Scale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The fast way may never answer differently from the exact one, nor many slices from one.
class FastPathTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        helpers.shutdown();
    }

    /// The fast way learns shapes from the first records: what follows is mutated after it has
    /// learned.
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "J"})
    void fastAsExact(String format) {
        Verifying verifying = new Verifying(folder, helpers);
        byte[] bench = SmallLog.benchmark(format(format), 60);
        ChainVerifier exact = new ChainVerifier(helpers, 1, 256 << 10, false);
        ChainVerifier sliced = new ChainVerifier(helpers, 2, 5_000, true);
        for (int seed = 0; seed < Scale.rounds(400); seed++) {
            byte[] log = mutated(bench, seed);
            VerifyRequest request = Verifying.as(format(format));
            ChainReport wanted = verifying.run(log, request, exact);
            ReportRules.assertSame(verifying.report(log, request), wanted);
            ReportRules.assertSame(verifying.run(log, request, sliced), wanted);
        }
    }

    /// A crash may cut a line anywhere, also where a value should begin.
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "J"})
    void whereverTheEndIsCut(String format) {
        Verifying verifying = new Verifying(folder, helpers);
        byte[] log = SmallLog.benchmark(format(format), 2);
        ChainVerifier exact = new ChainVerifier(helpers, 1, 256 << 10, false);
        VerifyRequest request = Verifying.as(format(format));
        for (int length = log.length / 2; length < log.length; length++) {
            byte[] cut = Arrays.copyOf(log, length);
            ReportRules.assertSame(
                    verifying.report(cut, request), verifying.run(cut, request, exact));
        }
    }

    /// One or two places in the second half, so that lines of learned shapes are hit.
    private static byte[] mutated(byte[] log, int seed) {
        int half = log.length / 2 + new Random(seed).nextInt(log.length / 4);
        byte[] tail = Arrays.copyOfRange(log, half, Math.min(log.length, half + 3_000));
        byte[] changed = Mutator.mutate(tail, seed);
        byte[] all = new byte[log.length - tail.length + changed.length];
        System.arraycopy(log, 0, all, 0, half);
        System.arraycopy(changed, 0, all, half, changed.length);
        int rest = half + tail.length;
        System.arraycopy(log, rest, all, half + changed.length, log.length - rest);
        return all;
    }

    private static ChainFormat format(String name) {
        return ChainFormat.BUILT_IN.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
