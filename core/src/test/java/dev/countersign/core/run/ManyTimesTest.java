// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ManyTimesTest {
    @TempDir Path dir;

    /// As many records that are older than the one before as are named do not hide one whose time
    /// nobody can read.
    @Test
    void anUnreadableOneIsNamedBesideAnyNumberOfOlderOnes() throws IOException, SourceException {
        RunCopy run = RunCopy.of("change-approval-0da804633cdb", dir);
        List<String> lines = Files.readAllLines(run.log());
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String time = i + 1 == lines.size() ? "soon" : "2026-10-%02dT00:00:00Z";
            log.append(
                            lines.get(i)
                                    .replaceFirst(
                                            "\"ts\": \"[^\"]*",
                                            "\"ts\": \"" + String.format(time, 30 - i)))
                    .append('\n');
        }
        Files.writeString(run.log(), log);
        Check check = run.rebuild().check(Check.Kind.TIME_ORDER);
        assertThat(check.unreadableTime()).isTrue();
        assertThat(check.evidence()).hasSize(Check.MOST_TIMES + 1);
    }
}
