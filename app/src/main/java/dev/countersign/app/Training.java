// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.Threads;
import dev.countersign.app.cli.Cli;
import dev.countersign.app.cli.Console;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/// Does once what short commands do, while the build records which classes that needs: they start
/// from that record (JEP 483, 514). Not a part of the product that anybody calls.
final class Training {
    private Training() {}

    /// @param args the folder of the log to train on
    public static void main(String[] args) {
        String log = args[0];
        PrintStream out = System.out;
        Console console =
                new Console(
                        new ByteArrayInputStream("{\"b\": 1.5}\n".getBytes(StandardCharsets.UTF_8)),
                        out,
                        out,
                        Threads.workers("training"),
                        InstantSource.system(),
                        false);
        for (List<String> command :
                List.of(
                        List.of("verify", log),
                        List.of("verify", log, "--json"),
                        List.of("checkpoint", log),
                        List.of("canonical"))) {
            int exit = Cli.run(command, console);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        }
        out.flush();
    }
}
