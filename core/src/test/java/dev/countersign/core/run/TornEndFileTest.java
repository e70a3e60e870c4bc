// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.RunFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class TornEndFileTest {
    @TempDir Path run;

    private TornEndFile kept(String name, String text) throws IOException {
        Files.writeString(run.resolve(name), text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TornEndFile(name, bytes.length, FileDigest.sha256(bytes));
    }

    @Test
    void eachWithItsHashInTheOrderInWhichTheyWereKept() throws Exception {
        kept("audit.jsonl", "");
        kept("audit.jsonl.torn-", "no number");
        kept("audit.jsonl.torn-1x", "no number either");
        kept("audit.jsonl2.torn-1", "of another log");
        TornEndFile tenth = kept("audit.jsonl.torn-10", "{");
        TornEndFile second = kept("audit.jsonl.torn-2", "");
        TornEndFile first = kept("audit.jsonl.torn-1", "{\"ts\": \"2026");
        Path link = run.resolve("audit.jsonl.torn-3");
        Files.createSymbolicLink(link, run.resolve("audit.jsonl"));
        TornEndFile third =
                new TornEndFile(
                        "audit.jsonl.torn-3",
                        Files.readSymbolicLink(link).toString().length(),
                        null);
        assertThat(TornEndFile.of(RunFolder.at(run))).containsExactly(first, second, third, tenth);
    }

    @Test
    void besideALoneLogToo() throws Exception {
        kept("app.jsonl", "");
        kept("audit.jsonl.torn-1", "of another log");
        TornEndFile first = kept("app.jsonl.torn-1", "{");
        assertThat(TornEndFile.of(RunFolder.at(run.resolve("app.jsonl")))).containsExactly(first);
    }

    @Test
    void whereThereIsNoFolderThereIsNone() throws Exception {
        assertThat(TornEndFile.of(RunFolder.at(run.resolve("gone")))).isEmpty();
    }
}
