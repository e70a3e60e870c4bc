// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Quotes;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Pin;

import java.nio.file.Path;
import java.util.Arrays;

/// `--pin-file F`: the PIN of a key. It is asked for at a terminal where no file holds it; it is
/// never a word of the command line.
final class PinOption {
    private PinOption() {}

    /// @param key what it opens
    static Pin of(Path key, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String file = arguments.value("--pin-file");
        if (file != null) {
            byte[] content = SmallFile.read(Options.path(file));
            try {
                return Pin.ofFile(content);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
        java.io.Console terminal = console.terminal().getAsBoolean() ? System.console() : null;
        char[] typed =
                terminal == null
                        ? null
                        : terminal.readPassword("PIN of %s: ", Quotes.spelled(key.toString()));
        if (typed == null) {
            return Pin.none();
        }
        try {
            return Pin.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
