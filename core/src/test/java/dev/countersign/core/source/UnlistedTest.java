// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// A folder that cannot be looked into. (Whoever may read everything cannot be refused for real.)
class UnlistedTest {
    private static final Path FOLDER = Path.of("runs");

    @Test
    void thatThisUserMayNotIsSaid() {
        var denied = new AccessDeniedException("runs");
        String sentence = "runs may not be read by this user: ask for read permission.";
        assertThat(SourceException.unlisted(FOLDER, denied)).hasMessage(sentence);
        assertThat(SourceException.unlisted(FOLDER, new UncheckedIOException(denied)))
                .hasMessage(sentence);
    }

    @Test
    void otherwiseWhatThePlatformSays() {
        assertThat(SourceException.unlisted(FOLDER, new IOException("the disk is away")))
                .hasMessage("runs cannot be listed: the disk is away.");
    }
}
