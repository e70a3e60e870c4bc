// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ResumeCommandTest {
    private static ResumeCommand command(String... arguments) {
        return new ResumeCommand(
                "w-1", List.of(arguments), Path.of("/w"), Duration.ofSeconds(9), List.of("MINE"));
    }

    /** Whoever copies what is shown into a shell runs just the same. */
    @Test
    void isShownAsAShellWouldReadIt() {
        assertThat(command("go", "--run=/a/b", "it's", "a b", "$(id)", "", "\u00e9").line())
                .isEqualTo("go --run=/a/b 'it'\\''s' 'a b' '$(id)' '' '\u00e9'");
    }

    @Test
    void passesFewVariablesOn() {
        Map<String, String> all =
                Map.of(
                        "PATH",
                        "p",
                        "HOME",
                        "h",
                        "LANG",
                        "l",
                        "LC_TIME",
                        "t",
                        "TMPDIR",
                        "d",
                        "TZ",
                        "z",
                        "MINE",
                        "m",
                        "LD_PRELOAD",
                        "evil.so",
                        "PATHS",
                        "x",
                        "AWS_SECRET",
                        "s");
        assertThat(command("go").reduced(all).keySet())
                .containsExactlyInAnyOrder(
                        "PATH", "HOME", "LANG", "LC_TIME", "TMPDIR", "TZ", "MINE");
    }

    @Test
    void anIdIsPlainOrNotUsed() {
        assertThat(ResumeCommand.isPlain("change-approval-241bf6287b12")).isTrue();
        for (String odd :
                List.of("", "-rf", "--yes", ".x", "a b", "a/b", "a\nb", "\u00e9", "a\n")) {
            assertThat(ResumeCommand.isPlain(odd)).as(odd).isFalse();
        }
    }
}
