// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Described;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WitnessKeysTest {
    private static final String PETER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH =
            "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    @TempDir private Path folder = Path.of("");

    private WitnessKeys keys() {
        return new WitnessKeys(folder.resolve("trust").resolve("witnesses.txt"));
    }

    private static NoteVerifier key(String text) {
        return ((Described.Is<NoteVerifier>) NoteVerifier.read(text)).value();
    }

    @Test
    void keysComeAndGoAndTheRestOfTheFileStays() throws Exception {
        assertThat(keys().read()).isEmpty();
        assertThat(keys().add(key(PETER))).isTrue();
        assertThat(keys().add(key(ENOCH))).isTrue();
        assertThat(keys().add(key(PETER))).as("it is there").isFalse();
        assertThat(keys().read()).containsExactly(key(PETER), key(ENOCH));
        Files.writeString(keys().file(), "# of the audit desk\n\n" + PETER + "\n" + ENOCH + "\n");
        assertThat(keys().remove(key(PETER))).isTrue();
        assertThat(keys().remove(key(PETER))).isFalse();
        assertThat(Files.readString(keys().file()))
                .isEqualTo("# of the audit desk\n\n" + ENOCH + "\n");
    }

    @Test
    void aLineThatIsNoKeyIsSaidAndNothingIsWrittenOverIt() throws IOException {
        Files.createDirectories(folder.resolve("trust"));
        String spoiled = PETER + "\n" + ENOCH.replace("af0cfe78", "af0cfe79") + "\n";
        Files.writeString(keys().file(), spoiled);
        assertThatThrownBy(() -> keys().read())
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "Line 2 of "
                                + keys().file()
                                + " is a verifier key whose id is not that of its key.");
        assertThatThrownBy(() -> keys().add(key(PETER))).isInstanceOf(SourceException.class);
        assertThat(Files.readString(keys().file())).isEqualTo(spoiled);
    }
}
