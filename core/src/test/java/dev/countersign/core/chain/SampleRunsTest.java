// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.SlowVerifier;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Logs that a real producer wrote are intact; with any one digit of any hash changed they are not.
class SampleRunsTest {
    @TempDir Path folder;

    static List<Path> logs() throws IOException, URISyntaxException {
        Path samples =
                Path.of(
                        Objects.requireNonNull(SampleRunsTest.class.getResource("/samples"))
                                .toURI());
        try (Stream<Path> runs = Files.list(samples)) {
            return runs.map(run -> run.resolve("audit.jsonl")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void isIntactAndRecognised(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        ChainReport report =
                new Verifying(folder, Runnable::run).report(bytes, VerifyRequest.DEFAULT);
        assertThat(report.format()).isEqualTo(ChainFormat.A);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.faults()).isEmpty();
        assertThat(report.records()).isEqualTo(Files.readAllLines(log).size());
        assertThat(report.head()).isEqualTo(SlowVerifier.verify(ChainFormat.A, bytes).head());
        assertThat(report.noteCounts()).doesNotContainKey(NoteKind.RESPELLED);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void oneChangedByteIsFound(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        Verifying verifying = new Verifying(folder, Runnable::run);
        for (int at = 40; at < bytes.length; at += bytes.length / 12) {
            byte[] changed = bytes.clone();
            changed[at] = (byte) (changed[at] == 'x' ? 'y' : 'x');
            ChainReport report = verifying.report(changed, VerifyRequest.DEFAULT);
            ReportRules.assertAgree(report, changed);
        }
    }
}
