// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// `report` against its contract, on runs that the real producer wrote.
class ReportTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final Path RUN = SAMPLES.resolve("change-approval-0155cb2f963b");
    private static final List<String> FORMATS =
            List.of("pdf", "xlsx", "csv", "html", "oscal", "facts");

    @TempDir Path dir;

    private Session report(Path what, String prefix) {
        List<String> words = new ArrayList<>(List.of("report", what.toString(), "--json"));
        words.addAll(List.of("--at", "2026-11-21T10:00:00Z", "--preparer", "Ann"));
        for (String format : FORMATS) {
            words.add("--" + format);
            words.add(dir.resolve(prefix + "." + format).toString());
        }
        return Session.run(words.toArray(String[]::new));
    }

    @Test
    void everyFormatIsWrittenAndItsHashSaid() throws IOException {
        Session session = report(SAMPLES, "all");

        assertThat(session.exit()).as("some have exceptions").isOne();
        List<JsonValue> files = Session.list(session.document(), "files");
        assertThat(files).hasSize(FORMATS.size());
        for (int i = 0; i < files.size(); i++) {
            Path file = dir.resolve("all." + FORMATS.get(i));
            JsonObject one = (JsonObject) files.get(i);
            assertThat(one.string("path")).isEqualTo(file.toString());
            assertThat(one.string("sha256")).isEqualTo(FileDigest.sha256(Files.readAllBytes(file)));
        }
        String facts = FileDigest.sha256(Files.readAllBytes(dir.resolve("all.facts")));
        assertThat(session.document().string("facts_sha256")).isEqualTo(facts);
        for (String text : List.of("csv", "html", "oscal")) {
            assertThat(dir.resolve("all." + text)).content().contains(facts);
        }
    }

    private static Set<String> hashes(String text) {
        Set<String> hashes = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\b[0-9a-f]{64}\\b").matcher(text);
        while (matcher.find()) {
            hashes.add(matcher.group());
        }
        return hashes;
    }

    @Test
    void eachFormatHasEveryHashOfTheFacts() throws IOException {
        report(SAMPLES, "all");
        Set<String> facts = hashes(Files.readString(dir.resolve("all.facts")));
        for (String format : List.of("csv", "html", "oscal")) {
            assertThat(hashes(Files.readString(dir.resolve("all." + format))))
                    .as(format)
                    .containsAll(facts);
        }
        StringBuilder sheets = new StringBuilder();
        try (ZipFile workbook = new ZipFile(dir.resolve("all.xlsx").toFile())) {
            for (ZipEntry part : Collections.list(workbook.entries())) {
                sheets.append(
                        new String(
                                workbook.getInputStream(part).readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
        assertThat(hashes(sheets.toString())).as("xlsx").containsAll(facts);
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        report(RUN, "first");
        report(RUN, "second");

        for (String format : FORMATS) {
            assertThat(dir.resolve("second." + format))
                    .hasSameBinaryContentAs(dir.resolve("first." + format));
        }
        // what Java adds to the time of a file says in which zone it was written
        try (ZipFile workbook = new ZipFile(dir.resolve("first.xlsx").toFile())) {
            assertThat(workbook.stream().map(ZipEntry::getExtra)).containsOnlyNulls();
        }
    }

    @Test
    void custodyIsWhatADeskKnowsOfARun() throws IOException {
        Path workspace = dir.resolve("desk");
        Path run = workspace.resolve("runs").resolve(RUN.getFileName());
        Files.createDirectories(run);
        Files.copy(RUN.resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        Path policy = Path.of("../resources/src/main/resources/dev/countersign/resources/policy");
        Files.copy(policy.resolve("default-policy.json"), workspace.resolve("policy.json"));
        Session.run("verify", run.toString(), "--workspace", workspace.toString());
        String at = "2026-11-21T09:00:00Z";
        List<String> formats = List.of("pdf", "xlsx", "csv", "html", "facts");
        for (String prefix : List.of("first", "second")) {
            List<String> words = new ArrayList<>(List.of("report", "--custody", "--json"));
            words.add(prefix.equals("first") ? run.toString() : workspace.toString());
            words.addAll(List.of("--at", "2100-01-01T00:00:00Z"));
            if (prefix.equals("second")) {
                words.addAll(List.of("--run", run.getFileName().toString()));
            }
            for (String format : formats) {
                words.addAll(List.of("--" + format, dir.resolve(prefix + "." + format).toString()));
            }
            Session session = Session.run(words.toArray(String[]::new));
            assertThat(session.err()).isEmpty();
            assertThat(session.exit()).isZero();
            assertThat(session.document().string("facts_sha256"))
                    .isEqualTo(
                            FileDigest.sha256(Files.readAllBytes(dir.resolve(prefix + ".facts"))));
        }
        for (String format : formats) {
            assertThat(dir.resolve("second." + format))
                    .hasSameBinaryContentAs(dir.resolve("first." + format));
        }
        assertThat(Files.readAllLines(dir.resolve("first.csv")).stream().map(ReportTest::what))
                .containsExactly("what", "seen_intact", "verified");
        Session before =
                Session.run(
                        "report", workspace.toString(), "--custody", "--at", at, "--csv", at("c"));
        assertThat(before.exit()).isZero();
        assertThat(Files.readAllLines(dir.resolve("c"))).as("nothing was known then").hasSize(1);
        assertThat(Session.run("report", RUN.toString(), "--custody", "--csv", at("d")).err())
                .startsWith(
                        "countersign: custody is what a desk has seen: give its workspace with"
                                + " --workspace DIR.");
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private static String what(String line) {
        return line.split(",", -1)[2];
    }

    @Test
    void aMonthIsReportedWithTheSampleThatWasDrawn() throws IOException {
        Path facts = dir.resolve("facts");
        Path html = dir.resolve("html");

        Session session =
                Session.run(
                        "report",
                        SAMPLES.toString(),
                        "--facts",
                        facts.toString(),
                        "--html",
                        html.toString(),
                        "--period",
                        "2026-11",
                        "--rate",
                        "0.25",
                        "--seed",
                        "7",
                        "--at",
                        "2026-11-21T10:00:00Z");

        assertThat(session.exit()).as("some have exceptions").isOne();
        assertThat(facts)
                .content()
                .contains(
                        "\"population\": 24",
                        "\"population_sha256\":"
                            + " \"057df49b7b7fc26588f52ccba1612e56061a30547610dfae9699538e2610079e\"",
                        "\"sampled\": [\"change-approval-a165073a11bd\","
                            + " \"change-approval-241bf6287b12\", \"change-approval-a62171c7f263\","
                            + " \"personal-trade-compliance-56914f5e2d62\"]");
        assertThat(html).content().contains("ITGC-CM-02", "CPython 3 random.Random(seed).sample");
    }

    @Test
    void aDrawNeedsAllThatItWasMadeWith() {
        String samples = SAMPLES.toString();

        assertThat(Session.run("report", samples, "--csv", dir + "/a", "--rate", "1").err())
                .contains("--rate and --seed need --period YYYY-MM");
        assertThat(Session.run("report", samples, "--csv", dir + "/a", "--period", "2026-11").err())
                .contains("report needs --seed");
        assertThat(
                        Session.run(
                                        "report",
                                        samples,
                                        "--csv",
                                        dir + "/a",
                                        "--period",
                                        "2026-11",
                                        "--rate",
                                        "1",
                                        "--seed",
                                        "random")
                                .err())
                .contains("give the seed that sample said");
        assertThat(
                        Session.run(
                                        "report",
                                        RUN.toString(),
                                        "--csv",
                                        dir + "/a",
                                        "--period",
                                        "2026-11")
                                .err())
                .contains("--period is for a workspace");
    }

    @Test
    void nothingIsReplaced() throws IOException {
        Path mine = dir.resolve("mine.csv");
        Files.writeString(mine, "mine");

        Session session =
                Session.run(
                        "report",
                        RUN.toString(),
                        "--pdf",
                        dir + "/a.pdf",
                        "--csv",
                        mine.toString());

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("mine.csv exists and was left as it is");
        assertThat(mine).hasContent("mine");
        assertThat(below()).containsExactly(mine);
    }

    @Test
    void nothingIsWrittenIfOneFileHasNoFolder() throws IOException {
        Session session =
                Session.run(
                        "report",
                        RUN.toString(),
                        "--pdf",
                        dir + "/a.pdf",
                        "--csv",
                        dir + "/none/a.csv");

        assertThat(session)
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + dir
                                        + "/none/a.csv cannot be written: there is no folder "
                                        + dir
                                        + "/none.\n"));
        assertThat(below()).isEmpty();
    }

    @Test
    void anEmptyFileMayBeFilled() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.csv"));

        assertThat(Session.run("report", RUN.toString(), "--csv", empty.toString()).exit()).isOne();
        assertThat(empty).content().startsWith("run_id,workflow,status,");
        assertThat(below()).containsExactly(empty);
    }

    @Test
    void oneNameForTwoFormatsIsRefused() throws IOException {
        Session session =
                Session.run("report", RUN.toString(), "--csv", dir + "/a", "--html", dir + "/a");

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("is named for two formats");
        assertThat(below()).isEmpty();
    }

    @Test
    void somethingMustBeAskedFor() {
        Session session = Session.run("report", RUN.toString());

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("say what to write");
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        Session session = Session.run("report", dir + "/nowhere", "--csv", dir + "/a.csv");

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("nowhere").doesNotContain("Exception");
        assertThat(below()).isEmpty();
    }

    @Test
    void theExitIsTheConclusion() throws IOException {
        Path clean = SAMPLES.resolve("change-approval-0da804633cdb");
        Path broken = Files.createDirectory(dir.resolve("broken"));
        String log = Files.readString(clean.resolve("audit.jsonl"));
        Files.writeString(broken.resolve("audit.jsonl"), log.replaceFirst("ingest", "egesti"));
        Path none = Files.createDirectory(dir.resolve("none"));

        assertThat(report(clean, "clean").exit()).isZero();
        assertThat(report(broken, "broken").exit()).isOne();
        assertThat(report(none, "none").exit()).isOne();
        assertThat(dir.resolve("clean.html"))
                .content()
                .contains("No exception was found in this run.");
        assertThat(dir.resolve("broken.html")).content().contains("This run has exceptions.");
        assertThat(dir.resolve("none.html")).content().contains("There was no run to assess.");
    }

    private List<Path> below() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted().toList();
        }
    }
}
