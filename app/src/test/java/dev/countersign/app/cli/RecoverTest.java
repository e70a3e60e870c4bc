// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.SlowJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `recover` as scripts and people see it.
class RecoverTest {
    private static final int AT = 3;

    private final GeneratedLog log = LogGenerator.generate(ChainFormat.A, 6, 11);

    @TempDir Path folder;

    private String file(GeneratedLog edited) throws IOException {
        return Files.write(folder.resolve("log.jsonl"), edited.toBytes()).toString();
    }

    private GeneratedLog edited() {
        return log.edit(AT, r -> r.with("added", "later"));
    }

    @Test
    void theOriginalIsADocument() throws IOException {
        Session session = Session.run("recover", file(edited()), "--json");

        JsonObject document = session.document();
        assertThat(session.exit()).isZero();
        assertThat(document.members().stream().map(JsonValue.Member::key).limit(6))
                .containsExactly("record", "found", "original", "how", "tried", "per_second");
        assertThat(document.get("record")).isEqualTo(JsonValue.of(AT));
        assertThat(document.get("found")).isEqualTo(JsonValue.of(true));
        assertThat(document.get("original"))
                .isEqualTo(Session.object(SlowJson.line(log.record(AT))));
        assertThat(document.string("how")).isEqualTo("a field was put in");
        assertThat(document.string("hash")).isEqualTo(log.hash(AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stored.zip",
                "evidence.zip",
                "evidence.tar",
                "evidence.tar.gz",
                "bag",
                "undeclared"
            })
    void aRunInABundleIsRecoveredThere(String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs").resolve("run-1"));
        Files.write(run.resolve("audit.jsonl"), edited().toBytes());
        Path other = Files.createDirectories(folder.resolve("runs").resolve("run-2"));
        Files.write(other.resolve("audit.jsonl"), log.toBytes());
        Path bundle = folder.resolve(name);
        if (name.equals("stored.zip")) {
            stored(bundle, run, other);
        } else {
            Session made =
                    Session.run(
                            "bundle",
                            "create",
                            run.toString(),
                            other.toString(),
                            "--out",
                            bundle.toString());
            assertThat(made.err()).isEmpty();
        }
        if (name.equals("undeclared")) {
            Files.delete(bundle.resolve("bagit.txt"));
        }
        String inside = Session.run("bundle", "verify", bundle.toString(), "--json").out();
        assertThat(inside).contains("run-1");

        Session session = Session.run("recover", bundle.toString(), "--run", "run-1", "--json");
        assertThat(session.err()).isEmpty();
        assertThat(session.document().get("original"))
                .isEqualTo(Session.object(SlowJson.line(log.record(AT))));
        Session which = Session.run("recover", bundle.toString());
        assertThat(which.exit()).isEqualTo(2);
        assertThat(which.err())
                .contains("does not say which run is meant: ")
                .contains(" holds run-1, run-2.");
        Session compared =
                Session.run("compare", bundle.toString(), run.toString(), "--run", "run-2");
        assertThat(compared.out()).startsWith("The logs differ only at record 3 (line 4).");
        Session copy = Session.run("compare", other.toString(), bundle.toString());
        assertThat(copy.out()).startsWith("The two logs are the same: 6 records.");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing is unpacked")
                    .containsExactlyInAnyOrder("runs", name);
        }
    }

    private static void stored(Path zip, Path... runs) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Path run : runs) {
                byte[] bytes = Files.readAllBytes(run.resolve("audit.jsonl"));
                var crc = new CRC32();
                crc.update(bytes);
                var entry = new ZipEntry(run.getFileName() + "/audit.jsonl");
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    @Test
    void whatIsRefusedIsSaid() throws IOException {
        Path bundle = folder.resolve("evidence.zip");
        Files.write(bundle, new byte[] {'P', 'K', 3, 4, 0, 0});
        Session session = Session.run("recover", bundle.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains(" is refused: ").contains("Nothing of it was read: ");
    }

    @Test
    void peopleReadWhatItWasAndThatItIsProven() throws IOException {
        Session session = Session.run("recover", file(edited()), "--record", "3");

        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .startsWith("Record 3: a field was put in. This is the text the hash was made from")
                .contains("added: was (no such field), is now \"later\"")
                .contains("The log was left as it is.");
    }

    @Test
    void theOriginalIsWrittenElsewhereAndTheLogIsLeftAlone() throws IOException {
        String path = file(edited());
        Path out = folder.resolve("original.json");

        Session session = Session.run("recover", path, "--out", out.toString());

        assertThat(session.exit()).isZero();
        assertThat(Files.readString(out)).isEqualTo(SlowJson.line(log.record(AT)) + "\n");
        assertThat(Path.of(path)).hasBinaryContent(edited().toBytes());
    }

    @Test
    void theLogIsNeverTheOutput() throws IOException {
        String path = file(edited());

        Session session = Session.run("recover", path, "--out", path);

        assertThat(session.exit()).isEqualTo(2);
        assertThat(Path.of(path)).hasBinaryContent(edited().toBytes());
    }

    @Test
    void anIntactLogHasNothingToSearchFor() throws IOException {
        Session session = Session.run("recover", file(log), "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().get("found")).isEqualTo(JsonValue.of(false));
        assertThat(session.document().string("message")).contains("If the chain was rebuilt");
    }

    @Test
    void aRebuiltChainIsNotSearched() throws IOException {
        GeneratedLog rebuilt = edited().rebuilt(AT);

        Session session = Session.run("recover", file(rebuilt), "--record", "3", "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().get("tried")).isEqualTo(JsonValue.of(0));
    }

    @Test
    void aMissIsNegativeAndSaysHowMuchWasTried() throws IOException {
        GeneratedLog lost = log.edit(AT, r -> r.with("detail", "gone with all it said"));

        Session session = Session.run("recover", file(lost), "--seconds", "1", "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("message"))
                .contains("the original was not found")
                .contains("the time was up");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        assertThat(Session.run("recover").exit()).isEqualTo(2);
        assertThat(Session.run("recover", file(log), "--seconds", "soon").exit()).isEqualTo(2);
        assertThat(Session.run("recover", folder.resolve("none").toString()).exit()).isEqualTo(2);
        assertThat(Session.run("recover", folder.toString()).exit()).isEqualTo(2);
    }
}
