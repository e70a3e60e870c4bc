// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Quotes;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// All that a command says passes here, a line at a time: what stands in a bundle, a run, a name, a
/// path or a message can neither make a line of its own nor steer the terminal. Bytes that are
/// written as such are data, and pass as they are.
public final class Lines extends PrintStream {
    private final List<String> complaints = new ArrayList<>();
    private boolean silent = true;

    Lines(PrintStream out) {
        super(out, false, StandardCharsets.UTF_8);
    }

    /// Whether no line was printed yet.
    boolean silent() {
        return silent;
    }

    /// What was complained about, in order.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// One line about what went wrong.
    void complain(String sentence) {
        complaints.add(sentence);
        println("countersign: " + sentence);
    }

    @Override
    public void println(@Nullable String line) {
        silent = false;
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
