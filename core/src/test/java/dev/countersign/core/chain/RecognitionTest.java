// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.SlowValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/// The format is that of the first records, however long they are and however late they begin.
class RecognitionTest {
    private static final VerifyRequest AUTO =
            new VerifyRequest(
                    new FormatChoice.Auto(), null, false, false, false, false, Limits.DEFAULT);

    @TempDir Path folder;

    @Test
    void blankLinesBeforeTheFirstRecordSayNothing() {
        byte[] blank = new byte[(256 << 10) + 1];
        Arrays.fill(blank, (byte) '\n');
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(blank);
        log.writeBytes(LogGenerator.generate(ChainFormat.B, 3, 1).toBytes());
        recognized(log.toByteArray());
    }

    @Test
    void aFirstRecordMayBeLong() {
        GeneratedLog log = LogGenerator.generate(ChainFormat.B, 1, 1);
        String text = "x".repeat(9 << 20);
        recognized(log.editSealed(0, r -> r.with("details", new SlowValue.Str(text))).toBytes());
    }

    private void recognized(byte[] log) {
        ChainReport report = new Verifying(folder, Runnable::run).report(log, AUTO);
        assertThat(report.format().name()).isEqualTo("B");
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.noteCounts()).doesNotContainKey(NoteKind.FORMAT_ASSUMED);
    }
}
