// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Does once what short commands do, while the build records which classes that needs: they start
/// from that record (JEP 483, 514). Not a part of the product that anybody calls.
final class Training {
    private Training() {}

    /// @param args the run directories to train on
    public static void main(String[] args) {
        var text = new ByteArrayInputStream("{\"b\": 1.5}\n".getBytes(StandardCharsets.UTF_8));
        for (String run : args) {
            train(text, List.of("verify", run));
            train(text, List.of("verify", run, "--json"));
        }
        train(text, List.of("checkpoint", args[0]));
        train(text, List.of("canonical"));
    }

    private static void train(InputStream text, List<String> command) {
        int exit = Countersign.run(text, command);
        if (exit != 0 || !Cli.opensNoDatabase(command)) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
    }
}
