// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What stands in a bundle, a run, a path or an argument can neither make a line of its own nor
/// steer the terminal, whatever command prints it.
class HostileTextTest {
    /// Every kind of character that could.
    private static final String EVIL =
            "x\n"
                + "FORGED\r"
                + "FORGED\t\u001b[31m\u0007\u007f\u0085\u009b2J\u2028FORGED\u202egpj\u2066\u200b";

    /// The same as a path, which may have no more than ASCII here.
    private static final String EVIL_PATH = "x\nFORGED\rFORGED\t\u001b[31m\u0007\u007f";

    private static final List<String> COMMANDS =
            List.of(
                    "verify",
                    "show",
                    "checkpoint",
                    "checkpoint cosign",
                    "checkpoint key",
                    "checkpoint import",
                    "checkpoint export",
                    "compare",
                    "canonical",
                    "recover",
                    "ledger",
                    "queue",
                    "findings",
                    "run",
                    "approve",
                    "reject",
                    "review",
                    "observe",
                    "dispose",
                    "import-response",
                    "verify-approval",
                    "finish",
                    "resume",
                    "reperform",
                    "sample",
                    "sample size",
                    "sample evaluate",
                    "make-key",
                    "report",
                    "bundle create",
                    "bundle verify",
                    "bundle extract",
                    "bundle provenance");

    @TempDir Path dir;

    private Session harmless(String... words) {
        Session session = Session.run(words);
        String all = session.out() + session.err();
        assertThat(all.lines()).noneMatch(line -> line.startsWith("FORGED"));
        assertThat(all.codePoints().filter(c -> c != '\n'))
                .as(String.join(" ", words))
                .allMatch(c ->
                        switch (Character.getType(c)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR ->
                                    false;
                            default -> true;
                        });
        return session;
    }

    private Session told(String... words) {
        Session session = harmless(words);
        assertThat(session.out() + session.err()).as(String.join(" ", words)).contains("FORGED");
        return session;
    }

    /// A run by our own hand, of a payload that is hostile wherever it can be.
    private Path run() throws IOException {
        String evil = JsonValue.of(EVIL).text();
        Path payload =
                Files.writeString(
                        dir.resolve("payload.json"),
                        """
                        {"id": EVIL, "author": EVIL, "summary": EVIL, "evidence": {"approval":
                         "Approved by EVILj.lee on 2026-03-04.", "approver": EVIL,
                         "test_signoff": "All tests passed on 2026-03-03."}}
                        """
                                .replace("EVILj", "j")
                                .replace("EVIL", evil));
        Session session =
                Session.run(
                        "run",
                        "change-approval",
                        "--payload",
                        payload.toString(),
                        "--root",
                        dir.resolve("runs").toString(),
                        "--at",
                        "2026-11-01T10:00:00Z",
                        "--json");
        return Path.of(String.valueOf(session.document().string("rundir")));
    }

    @Test
    void aLineIsOneLine() {
        var bytes = new ByteArrayOutputStream();
        var out = new Lines(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        out.println("a\nb\u001b[0m\u0085\u202e\ud800 \u00e9 \ud83d\ude00");
        out.print("\r50\n %\r");
        out.println((Object) Path.of("c\td"));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        "a\\u{a}b\\u{1b}[0m\\u{85}\\u{202e}\\u{d800} \u00e9 \ud83d\ude00\n"
                                + "\r50\\u{a} %\rc\\u{9}d\n");
    }

    @Test
    void aRun() throws IOException {
        Path run = run();
        String runs = String.valueOf(run.getParent());
        told("show", run.toString());
        told("show", run.toString(), "--json");
        // the artifact that the log names is not there, and has a hostile name
        Path state = run.resolve("state.json");
        Files.writeString(
                state,
                Files.readString(state)
                        .replace("independent_review.json", escaped())
                        .replace("authorized", escaped()));
        told("show", run.toString());
        told("reperform", run.toString());
        harmless("verify", run.toString());
        for (String command : List.of("queue", "findings", "reperform", "report")) {
            harmless(command, runs);
        }
        harmless("verify-approval", run.toString());
        harmless("sample", runs, "--period", "2026-11", "--rate", "1", "--seed", "1", "--gaps");
    }

    private static String escaped() {
        String quoted = JsonValue.of(EVIL).text();
        return quoted.substring(1, quoted.length() - 1);
    }

    @Test
    void aLogWithHostileRecords() throws IOException {
        Path log =
                Files.writeString(
                        dir.resolve("a.jsonl"), Files.readString(run().resolve("audit.jsonl")));
        Path other =
                Files.writeString(
                        dir.resolve("b.jsonl"),
                        Files.readString(log).replace("run_started", escaped()));
        harmless("verify", other.toString());
        told("compare", log.toString(), other.toString());
        harmless("recover", other.toString(), "--seconds", "1");
        harmless("checkpoint", other.toString());
    }

    @Test
    void aBag() throws IOException {
        Path bag = dir.resolve("bag");
        Session.run("bundle", "create", run().toString(), "--out", bag.toString());
        Path manifest = bag.resolve("manifest-sha256.txt");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        + "0".repeat(64)
                        + "  data/x%0AFORGED%0D\u001b[31m\u0007\n");

        Session session = told("bundle", "verify", bag.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .contains(
                        "data/x\\u{a}FORGED\\u{d}\\u{1b}[31m\\u{7} is listed and is not"
                                + " there.");
        told("verify", bag.toString());
        for (String command : List.of("queue", "findings", "show", "reperform", "report")) {
            harmless(command, bag.toString());
        }
        harmless("bundle", "extract", bag.toString(), dir.resolve("out").toString());
    }

    @Test
    void aPathForEveryCommand() throws IOException {
        Path folder = Files.createDirectory(dir.resolve(EVIL_PATH));
        Folders.copy(run(), folder.resolve(EVIL_PATH));
        String missing = dir.resolve("missing" + EVIL_PATH).toString();
        for (String command : COMMANDS) {
            for (String path : List.of(missing, folder.resolve(EVIL_PATH).toString())) {
                harmless(words(command, path));
                harmless(words(command, path, path));
            }
            harmless(words(command, missing, "--workspace", missing));
            harmless(words(command, missing, "--" + EVIL));
            harmless(words(command, missing, "--at", EVIL));
            harmless(words(command, missing, "--name", EVIL, "--period", EVIL));
        }
    }

    @Test
    void aPathThatIsShown() throws IOException {
        Path folder = Files.createDirectory(dir.resolve(EVIL_PATH));
        Folders.copy(run(), folder.resolve(EVIL_PATH));
        told("verify", folder.resolve(EVIL_PATH).toString());
        told("demo", folder.resolve("demo").toString());
        told("report", folder.toString(), "--csv", dir.resolve(EVIL_PATH + ".csv").toString());
        told("show", dir.resolve("missing" + EVIL_PATH).toString());
    }

    private static String[] words(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
