// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Does once what short commands do, while the build records which classes that needs: they start
/// from that record (JEP 483, 514). Not a part of the product that anybody calls.
final class Training {
    private Training() {}

    /// A log from which on all cores read it, as core sees it.
    private static final int LARGE = 5 << 20;

    /// @param args the run directories to train on
    public static void main(String[] args) throws IOException {
        var text = new ByteArrayInputStream("{\"b\": 1.5}\n".getBytes(StandardCharsets.UTF_8));
        for (String run : args) {
            train(text, List.of("verify", run));
            train(text, List.of("verify", run, "--json"));
        }
        train(text, List.of("checkpoint", args[0]));
        train(text, List.of("canonical"));
        bundle(text, Path.of(args[0], "audit.jsonl"));
    }

    /// A bundle whose log is large: blank lines count for no record.
    private static void bundle(InputStream text, Path log) throws IOException {
        Path folder = Files.createTempDirectory("countersign-training-");
        Path run = Files.createDirectory(folder.resolve("run"));
        Path large = run.resolve("audit.jsonl");
        Path bundle = folder.resolve("bundle.zip");
        Files.writeString(large, Files.readString(log) + " ".repeat(LARGE) + "\n");
        train(text, List.of("bundle", "create", run.toString(), "--out", bundle.toString()));
        train(text, List.of("bundle", "verify", bundle.toString()));
        train(text, List.of("bundle", "verify", bundle.toString(), "--json"));
        for (Path file : List.of(bundle, large, run, folder)) {
            Files.delete(file);
        }
    }

    private static void train(InputStream text, List<String> command) {
        int exit = Countersign.run(text, command);
        if (exit != 0 || !Cli.opensNoDatabase(command)) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
    }
}
