// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.testkit.TestAuthority;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A copy of a sample run that waits, and Ann, who has a key.
abstract class ActsDesk {
    static final String RUN = "change-approval-241bf6287b12";
    static final String AT = "2026-12-01T12:00:00Z";

    @TempDir Path folder;
    Path run;
    Path key;
    Path pin;
    Path trust;
    String head;

    @BeforeEach
    void prepare() throws Exception {
        run = copy(RUN);
        Ann ann = Ann.in(folder);
        key = ann.key();
        pin = ann.pin();
        trust = Files.createDirectory(folder.resolve("trust"));
        TestAuthority.pem(trust.resolve("root.pem"), ann.root().certificate());
        head = Session.run("show", run.toString(), "--json").document().string("head");
    }

    Path copy(String name) throws IOException {
        return Folders.copy(
                Path.of("../core/src/test/resources/samples", name),
                folder.resolve("runs").resolve(name));
    }

    Session act(String command, String identity, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                command,
                                run.toString(),
                                "--identity",
                                identity,
                                "--keystore",
                                key.toString(),
                                "--pin-file",
                                pin.toString(),
                                "--json"));
        words.addAll(List.of(more));
        if (!words.contains("--at")) {
            words.addAll(List.of("--at", AT));
        }
        return Session.run(words.toArray(String[]::new));
    }

    JsonObject verdict(String... more) {
        List<String> words = new ArrayList<>(List.of("verify-approval", run.toString(), "--json"));
        words.addAll(List.of(more));
        JsonArray acts =
                (JsonArray) Session.run(words.toArray(String[]::new)).document().get("approvals");
        return (JsonObject) acts.values().getLast();
    }
}
