// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Threads;
import dev.countersign.app.cli.Cli;
import dev.countersign.app.cli.Console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/// The command `countersign`: a sub-command runs without a window, anything else opens it.
public final class Countersign {
    private static final int BUFFER = 1 << 16;

    private Countersign() {}

    /// Exits with the command's code; the window ends by itself.
    public static void main(String[] args) {
        if (args.length == 0 || !Cli.knows(args[0])) {
            Main.main(args);
            return;
        }
        PrintStream out =
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                        false,
                        StandardCharsets.UTF_8);
        boolean terminal =
                System.getenv("TERM") != null
                        && System.console() != null
                        && System.console().isTerminal();
        Console console =
                new Console(
                        System.in,
                        out,
                        System.err,
                        Threads.workers("verify"),
                        InstantSource.system(),
                        terminal);
        int code = Cli.run(List.of(args), console);
        out.flush();
        System.exit(code);
    }
}
