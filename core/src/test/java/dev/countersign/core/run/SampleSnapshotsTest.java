// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every run that the real producer wrote, as one text: status, step, clocks, and each check.
class SampleSnapshotsTest {
    static Path samples() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(SampleSnapshotsTest.class.getResource("/samples")).toURI());
    }

    private static String all() throws IOException, URISyntaxException, SourceException {
        RunReader reader = RunCopy.reader();
        StringBuilder text = new StringBuilder();
        try (Stream<Path> runs = Files.list(samples())) {
            for (Path run : runs.sorted().toList()) {
                text.append(describe(reader.read(run)));
            }
        }
        return text.toString();
    }

    /// Checks that hold are only named; the others say why.
    static String describe(RunSnapshot run) {
        String head =
                "%s %s at %s (%s) author %s%n"
                        .formatted(
                                run.runId(), run.status(), run.step(), run.reason(), run.author());
        String clocks =
                run.clocks().stream()
                        .map(clock ->
                                "  clock %s %s %s..%s%n"
                                        .formatted(
                                                clock.kind(),
                                                clock.cycle().step(),
                                                clock.cycle().record(),
                                                clock.cycle().ending() == null
                                                        ? ""
                                                        : clock.cycle().ending().record()
                                                                + " "
                                                                + clock.cycle().ending().how()))
                        .collect(Collectors.joining());
        String checks =
                run.channels().checks().stream()
                        .map(check ->
                                "  %s %s %s%s%n"
                                        .formatted(
                                                check.kind(),
                                                check.outcome(),
                                                check.why(),
                                                check.evidence().isEmpty()
                                                        ? ""
                                                        : " " + check.evidence()))
                        .collect(Collectors.joining());
        return head + clocks + checks;
    }

    @Test
    void areAsTheyWere() throws IOException, URISyntaxException, SourceException {
        Path golden = samples().resolveSibling("sample-snapshots.txt");
        assertThat(all()).isEqualTo(Files.readString(golden));
    }
}
