// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What was printed and did not arrive was not done.
class StandardOutputTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int help(OutputStream out) {
        return Countersign.run(InputStream.nullInputStream(), out, said, List.of("help"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void arrives() {
        var out = new ByteArrayOutputStream();
        assertThat(help(out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("countersign verify PATH");
        assertThat(said()).isEmpty();
    }

    @Test
    void aMistakeOfOurOwnIsASentenceAndNoAnswer() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("a mistake\nof ours");
                    }
                };
        var out = new ByteArrayOutputStream();
        int exit = Countersign.run(broken, out, said, List.of("canonical", "--profile", "A"));
        assertThat(exit).isEqualTo(2);
        assertThat(out.toByteArray()).isEmpty();
        assertThat(said().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "countersign: this is a mistake of Countersign, not of yours:"
                                + " java.lang.IllegalStateException: a mistake\\u{a}of ours at ")
                .endsWith(". No answer was given; please report it.");
    }

    /// The machine's limit is nobody's mistake, and there is something to be done.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wantOfMemoryIsNoMistakeOfOurs(boolean json) {
        InputStream large =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new OutOfMemoryError("Java heap space");
                    }
                };
        var out = new ByteArrayOutputStream();
        List<String> words = List.of("canonical", json ? "--json" : "--profile=A");
        assertThat(Countersign.run(large, out, said, words)).isEqualTo(2);
        assertThat(said())
                .matches(
                        "countersign: the memory that Java may use \\([0-9]+ MB\\) was not enough"
                                + " for "
                                + String.join(" ", words)
                                + " \\(Java heap space\\): no answer was given\\. Give it more, as"
                                + " by JAVA_TOOL_OPTIONS=-Xmx4g before the command, or name less at"
                                + " a time\\.\\R");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(json ? "{\"error\": \"the memory that Java may use (" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "No space left on device | countersign: standard output could not be written"
                        + " (No space left on device): what was printed is not whole.",
                "Broken pipe | none"
            })
    void doesNotArrive(String why, String sentence) {
        int exit =
                help(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException(why);
                            }
                        });
        assertThat(exit).isEqualTo(2);
        assertThat(said()).isEqualTo(sentence == null ? "" : sentence + System.lineSeparator());
    }
}
