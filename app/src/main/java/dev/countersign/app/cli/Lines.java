// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Quotes;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// All that a command says passes here, a line at a time: what stands in a bundle, a run, a name, a
/// path or a message can neither make a line of its own nor steer the terminal. Bytes that are
/// written as such are data, and pass as they are.
final class Lines extends PrintStream {
    Lines(PrintStream out) {
        super(out, false, StandardCharsets.UTF_8);
    }

    @Override
    public void println(@Nullable String line) {
        super.println(Quotes.spelled(String.valueOf(line)));
    }

    @Override
    public void println(@Nullable Object line) {
        println(String.valueOf(line));
    }

    /// Part of a line; progress returns to its start.
    @Override
    public void print(@Nullable String part) {
        String[] pieces = String.valueOf(part).split("\r", -1);
        for (int i = 0; i < pieces.length; i++) {
            super.print((i == 0 ? "" : "\r") + Quotes.spelled(pieces[i]));
        }
    }
}
