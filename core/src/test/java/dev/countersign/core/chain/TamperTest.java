// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Expected;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.Tamper;
import dev.countersign.core.testkit.TamperKit;
import dev.countersign.core.testkit.Tampered;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Every kind of tampering, at every place, in every format: the diagnosis is exactly the expected
/// one (FORMATS 6).
class TamperTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        helpers.shutdown();
    }

    static List<Tamper> kinds() {
        return TamperKit.all();
    }

    static Stream<Arguments> cases() {
        return kinds().stream()
                .flatMap(kind ->
                        kind.formats().stream()
                                .flatMap(format ->
                                        kind.positions().stream()
                                                .sorted()
                                                .map(position ->
                                                        Arguments.of(
                                                                kind,
                                                                position,
                                                                format.name(),
                                                                format))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void isDiagnosed(Tamper kind, Tamper.Position position, String name, ChainFormat format) {
        long seed = kind.name().hashCode() * 31L + position.ordinal();
        GeneratedLog log = LogGenerator.generate(format, TamperKit.RECORDS, seed);
        Tampered tampered = kind.apply(log, position, seed);
        Verifying verifying = new Verifying(folder, helpers);
        ChainReport report = verifying.report(tampered.bytes(), tampered.request());

        assertDiagnosis(report, tampered.expected());
        ReportRules.assertHold(report, tampered.bytes());
        List<ChainVerifier> ways = verifying.ways();
        for (int i = (int) Math.floorMod(seed, 3L); i < ways.size(); i += 3) {
            ReportRules.assertSame(
                    verifying.run(tampered.bytes(), tampered.request(), ways.get(i)), report);
        }
    }

    @Test
    void thereAreEnoughKinds() {
        List<String> names = TamperKit.all().stream().map(Tamper::name).distinct().toList();
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(cases()).hasSizeGreaterThan(1_000);
    }

    private static void assertDiagnosis(ChainReport report, Expected expected) {
        List<Expected.Diagnosis> found =
                report.faults().stream()
                        .map(f ->
                                new Expected.Diagnosis(f.record(), f.category(), f.alternatives()))
                        .toList();
        List<Expected.Diagnosis> wanted = expected.faults();
        assertThat(
                        found.stream()
                                .map(TamperTest::where)
                                .limit(expected.whole() ? 99 : wanted.size()))
                .as("faults of %s", found)
                .containsExactlyElementsOf(wanted.stream().map(TamperTest::where).toList());
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).alternatives() != null) {
                assertThat(found.get(i)).isEqualTo(wanted.get(i));
            }
        }
        assertThat(report.verdict()).isEqualTo(expected.verdict());
        assertThat(report.checkpoint()).isEqualTo(expected.checkpoint());
        assertThat(report.noteCounts().keySet()).containsAll(expected.notes());
        assertThat(report.noteCounts().keySet()).noneMatch(expected.notNotes()::contains);
    }

    private static String where(Expected.Diagnosis diagnosis) {
        return diagnosis.record() + " " + diagnosis.category().word();
    }
}
