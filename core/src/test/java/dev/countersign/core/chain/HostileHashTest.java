// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A hash field may hold any text: what is put back as a link to try it must still be JSON.
class HostileHashTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a\\\"b", "\\\\", "\\u0000", "\\n", "\\ud800", ""})
    void isPutBackAsAString(String hash) {
        String text =
                new String(
                        LogGenerator.generate(ChainFormat.A, 10, 3).toBytes(),
                        StandardCharsets.UTF_8);
        String[] lines = text.split("\n");
        lines[4] = lines[4].replaceAll("\"hash\": \"[0-9a-f]{64}\"", "\"hash\": \"HERE\"");
        lines[4] = lines[4].replace("HERE", hash);
        lines[5] = lines[5].replaceAll("\"prev\": \"[0-9a-f]{64}\"", "\"prev\": \"x\"");
        byte[] log = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        ChainReport report =
                new Verifying(folder, Runnable::run).report(log, Verifying.as(ChainFormat.A));
        assertThat(report.faults().stream().map(Fault::record).toList()).isEqualTo(List.of(4L, 5L));
        assertThat(report.faults().getFirst().category())
                .isEqualTo(FaultCategory.HASH_FIELD_MODIFIED);
    }
}
