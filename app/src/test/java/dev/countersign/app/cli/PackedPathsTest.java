// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Paths to runs in archives that anybody may have made: an archive that is a run directory by
/// itself, as `zip -r x.zip .` makes it, and paths that go on into an archive.
class PackedPathsTest {
    private static final Path SAMPLES = MadeBundles.SAMPLES;
    private static final String RUN = MadeBundles.RUN;
    private static final String AT = "2026-11-21T10:00:00Z";

    @TempDir Path dir;

    /// @param before what stands before the names in it
    private Path zip(String name, String before, String... runs) throws IOException {
        Path file = dir.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String run : runs) {
                Path from = SAMPLES.resolve(run);
                try (Stream<Path> all = Files.walk(from)) {
                    for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                        String below = from.relativize(each).toString();
                        zip.putNextEntry(
                                new ZipEntry(before + (runs.length > 1 ? run + "/" : "") + below));
                        zip.write(Files.readAllBytes(each));
                    }
                }
            }
        }
        return file;
    }

    private static JsonObject said(String command, Path path) {
        Session session = Session.run(command, path.toString(), "--at", AT, "--json");
        assertThat(session.err()).isEmpty();
        JsonObject document = session.document();
        for (String its : List.of("path", "bundle", "checks")) { // where it lies, and its name
            document = MadeBundles.without(document, its);
        }
        return document;
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "reperform", "verify-approval"})
    void anArchiveThatIsARunAndAPathIntoOneSayWhatTheFolderSays(String command) throws IOException {
        Path itself = zip("itself.zip", "", RUN);
        Path inside = zip("inside.zip", "a/./b/", RUN).resolve("a/b");
        JsonObject folder = said(command, SAMPLES.resolve(RUN));
        assertThat(said(command, itself)).isEqualTo(folder);
        assertThat(said(command, inside)).isEqualTo(folder);
    }

    @Test
    void aReportOfAnArchiveThatIsARunIsThatOfTheFolder() throws IOException {
        assertThat(rows(zip("itself.zip", "", RUN))).isEqualTo(rows(SAMPLES.resolve(RUN)));
    }

    private List<String> rows(Path run) throws IOException {
        Path csv = dir.resolve(run.getFileName() + ".csv");
        Session session =
                Session.run("report", run.toString(), "--csv", csv.toString(), "--at", AT);
        assertThat(session.exit()).as(session.err()).isOne();
        return Files.readAllLines(csv).stream()
                .filter(line -> !line.contains(",archive,") && !line.contains(",folder_name,"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    /// Of a bundle with one run, that one was meant whatever the path went on with.
    @ParameterizedTest
    @ValueSource(strings = {"show", "reperform", "verify-approval"})
    void aPathToNoRunOfAnArchiveMeansNone(String command) throws IOException {
        Path archive = zip("inside.zip", "run/", RUN);
        Session session = Session.run(command, archive.resolve("other").toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).startsWith("countersign: " + archive + " has no run other");
    }

    @Test
    void noResponseIsSignedForARunThatIsNotThere() throws IOException {
        Path archive = zip("inside.zip", "run/", RUN);
        Session session =
                Session.run(
                        "approve",
                        archive.resolve("other").toString(),
                        "--identity",
                        "a",
                        "--keystore",
                        "k.p12",
                        "--response",
                        dir.resolve("response.json").toString());
        assertThat(session)
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: " + archive + " has no run other: it has run.\n"));
    }

    /// A zip is no log, and none of its bytes are a record.
    @Test
    void whatReadsLogsAndFoldersSaysThatItIsAnArchive() throws IOException {
        Path archive = zip("inside.zip", "run/", RUN);
        Path run = archive.resolve("run");
        String extract =
                ": extract it (`countersign bundle extract`), and give the run directory.\n";
        assertThat(Session.run("checkpoint", archive.toString()).err())
                .isEqualTo("countersign: " + archive + " is an archive" + extract);
        assertThat(Session.run("checkpoint", run.toString()).err())
                .isEqualTo("countersign: " + run + " lies in an archive" + extract);
        for (String command : List.of("verify", "queue", "findings")) {
            assertThat(Session.run(command, run.toString()).err())
                    .isEqualTo("countersign: " + run + " lies in an archive" + extract);
        }
        Path csv = dir.resolve("r.csv");
        assertThat(Session.run("report", run.toString(), "--csv", csv.toString()).err())
                .isEqualTo("countersign: " + run + " lies in an archive" + extract);
    }
}
