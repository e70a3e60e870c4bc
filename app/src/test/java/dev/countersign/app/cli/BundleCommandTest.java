// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `bundle`, and the commands that take a bundle where they take runs.
class BundleCommandTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final String RUN = "change-approval-0155cb2f963b";
    private static final String OTHER = "personal-trade-compliance-1c4cf1cfd7bb";
    private static final String HOLDS =
            "{\"kind\": \"bag\", \"valid\": true, \"complete\": true, \"errors\": [],"
                    + " \"warnings\": [], \"disagreements\": []}";
    private static final String AT = "2026-01-02T03:04:05Z";

    @TempDir Path dir;

    private Path made(String name) {
        Path out = dir.resolve(name);
        Session session =
                Session.run(
                        "bundle",
                        "create",
                        SAMPLES.resolve(RUN).toString(),
                        SAMPLES.resolve(OTHER).toString(),
                        "--out",
                        out.toString(),
                        "--at",
                        AT,
                        "--json");
        assertThat(session.err()).isEmpty();
        assertThat(session.exit()).isZero();
        assertThat(session.document().get("bag"))
                .hasToString(
                        "{\"kind\": \"bag\", \"valid\": true, \"complete\": true,"
                                + " \"errors\": [], \"warnings\": []}");
        return out;
    }

    @Test
    void aBundleIsOneDocumentOverAllItsRuns() {
        Path bundle = made("b.zip");
        JsonObject document = Session.run("verify", bundle.toString(), "--json").document();
        assertThat(document.string("path")).isEqualTo(bundle.toString());
        assertThat(document.string("format")).isEqualTo("A");
        assertThat(document.string("verdict")).isEqualTo("intact");
        assertThat(document.get("records")).isEqualTo(JsonValue.of(26));
        assertThat(document.string("checkpoint")).isEqualTo("none");
        assertThat(document.get("channels"))
                .hasToString(
                        "{\"integrity\": \"verified\", \"completeness\": \"not_checked\","
                                + " \"artifacts\": \"verified\", \"signature\": \"not_checked\","
                                + " \"trust\": \"not_checked\", \"policy\": \"not_checked\","
                                + " \"reperformance\": \"verified\", \"timeliness\":"
                                + " \"not_checked\"}");
        assertThat(Session.list(document, "runs"))
                .extracting(run -> ((JsonObject) run).string("name"))
                .containsExactly(RUN, OTHER);
        assertThat(Session.list(document, "runs"))
                .extracting(run -> ((JsonObject) run).string("bundled_checkpoint"))
                .containsOnly("match");
    }

    @Test
    void wordsForPeople() {
        Session session = Session.run("bundle", "verify", made("b.tar").toString());
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .startsWith("ok        " + dir.resolve("b.tar"))
                .contains("2 runs. The bag is complete and valid: every file is as it was packed.");
    }

    @Test
    void aChangedBundleIsNegative() throws IOException {
        Path bundle = made("b");
        Path log = bundle.resolve("data/runs").resolve(RUN).resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replace("run_started", "run_stopped"));
        Session session = Session.run("bundle", "verify", bundle.toString(), "--json");
        assertThat(session.exit()).isEqualTo(1);
        JsonObject document = session.document();
        assertThat(document.string("verdict")).isEqualTo("broken");
        assertThat(document.get("bag").toString()).contains("\"kind\": \"checksum\"");
    }

    /// A bag in which a byte of `state.json` was added after it was made.
    private Path changed() throws IOException {
        Path bundle = made("changed");
        Path state = bundle.resolve("data/runs").resolve(RUN).resolve("state.json");
        Files.writeString(state, Files.readString(state) + "\n");
        return bundle;
    }

    @Test
    void aBagThatDoesNotHoldIsSaidInEveryFormOfItsPaper() throws IOException {
        Path bundle = changed();
        List<String> words = new ArrayList<>(List.of("report", bundle.toString(), "--at", AT));
        List<String> formats = List.of("html", "csv", "oscal", "facts", "pdf", "xlsx");
        for (String format : formats) {
            words.addAll(List.of("--" + format, dir.resolve("p." + format).toString()));
        }
        Session session = Session.run(words.toArray(String[]::new));

        String file = "data/runs/" + RUN + "/state.json";
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains(file + " is not what its checksum says", "Payload-Oxum");
        for (String format : List.of("html", "csv", "oscal", "facts")) {
            assertThat(dir.resolve("p." + format)).content().contains(file, "Payload-Oxum");
        }
        assertThat(dir.resolve("p.html"))
                .content()
                .contains("The bundle does not hold, so nothing vouches for the runs in it")
                .doesNotContain("Nothing that was checked speaks against");
        assertThat(dir.resolve("p.csv"))
                .content()
                .contains("\r\n,,,,,,bundle,bag,failed,")
                .contains("\r\n,,,,,,bundle,checksum,failed,," + file);
        JsonObject facts = Session.object(Files.readString(dir.resolve("p.facts")));
        assertThat(Session.list((JsonObject) facts.get("bundle"), "errors")).hasSize(2);
    }

    @Test
    void aBagThatDoesNotHoldIsNotPerformedAgainSilently() throws IOException {
        Path bundle = changed();
        String file = "data/runs/" + RUN + "/state.json";
        Session words = Session.run("reperform", bundle.toString());
        assertThat(words.exit()).isEqualTo(1);
        assertThat(words.out())
                .startsWith("failed    " + bundle)
                .contains("The bundle does not hold", file + " is not what its checksum says")
                .contains("2 performed, 0 differ, 1 bundle does not hold, results ");
        Path kept = dir.resolve("kept.json");
        Session json =
                Session.run("reperform", bundle.toString(), "--json", "--out", kept.toString());
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json.err()).contains(file + " is not what its checksum says");
        assertThat(json.out().lines().toList())
                .hasSize(2)
                .allMatch(
                        line -> line.contains("\"bundle\": {\"kind\": \"bag\", \"valid\": false"));
        assertThat(kept).content().contains(file);
    }

    @Test
    void aRunInTheFolderOfABagThatDoesNotHoldIsNoCleanRunEither() throws IOException {
        String run = changed().resolve("data/runs").resolve(OTHER).toString();
        Path csv = dir.resolve("p.csv");
        Session paper = Session.run("report", run, "--csv", csv.toString(), "--at", AT);
        assertThat(paper.exit()).isEqualTo(1);
        assertThat(paper.err()).contains("state.json is not what its checksum says");
        assertThat(csv).content().contains(",,,,,,bundle,bag,failed,");
        Session again = Session.run("reperform", run, "--json");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.document().get("agree")).isEqualTo(JsonValue.of(true));
        assertThat(((JsonObject) again.document().get("bundle")).get("valid"))
                .isEqualTo(JsonValue.of(false));
    }

    @Test
    void whatABundleHoldsIsPerformedAgainAndReportedWhereItLies() throws IOException {
        Path bundle = made("b.tar.gz");
        Path runs = Files.createDirectory(dir.resolve("runs"));
        copy(RUN, runs);
        copy(OTHER, runs);
        Session packed = Session.run("reperform", bundle.toString(), "--json");
        assertThat(packed.out())
                .isEqualTo(Session.run("reperform", runs.toString(), "--json").out())
                .contains(RUN, OTHER);
        assertThat(packed.exit()).isZero();
        Path drive = Files.createDirectory(dir.resolve("drive"));
        Files.copy(bundle, drive.resolve("b.tar.gz"));
        assertThat(rows(bundle))
                .isEqualTo(rows(runs))
                .isEqualTo(rows(drive))
                .hasSizeGreaterThan(20);
        assertThat(Session.run("queue", drive.toString(), "--at", AT, "--json"))
                .isEqualTo(Session.run("queue", runs.toString(), "--at", AT, "--json"));
    }

    private static void copy(String run, Path folder) throws IOException {
        try (var files = Files.walk(SAMPLES.resolve(run))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(SAMPLES.relativize(file).toString()));
            }
        }
    }

    /** The results one by one, but for the hash of the facts, which name what was asked for. */
    private List<String> rows(Path of) throws IOException {
        Path csv = dir.resolve(of.getFileName() + ".csv");
        Session session = Session.run("report", of.toString(), "--csv", csv.toString(), "--at", AT);
        assertThat(session.err()).isEmpty();
        assertThat(session.exit()).as("one has exceptions").isOne();
        return Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith(",,,,,,bundle,bag,verified,"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "files, 3, too_many, has more files than the limit allows",
        "depth, 1, too_deep, lies deeper in folders than the limit allows"
    })
    void theLimitsAreThoseOfThePolicy(String limit, int value, String kind, String sentence)
            throws IOException {
        Path policy = dir.resolve("policy.json");
        String text = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        Files.writeString(
                policy,
                text.replaceFirst("[{]", "{\"bundles\": {\"" + limit + "\": " + value + "},"));
        Path bundle = made("b.zip");
        Session session =
                Session.run(
                        "bundle",
                        "verify",
                        bundle.toString(),
                        "--policy",
                        policy.toString(),
                        "--json");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.document().string("refused")).isEqualTo(kind);
        assertThat(session.err()).contains(sentence);
        assertThat(Session.run("bundle", "verify", bundle.toString()).exit()).isZero();
    }

    @Test
    void aHostileOneIsRefusedWithItsReason() throws IOException {
        Path evil = dir.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(evil);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../evil.txt"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        String sentence =
                evil
                        + " is refused: \"../evil.txt\" climbs out of the folder it would be"
                        + " extracted to. Nothing of it was read: have it packed again"
                        + " without that.";
        Session session = Session.run("bundle", "verify", evil.toString(), "--json");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).isEqualTo("countersign: " + sentence + System.lineSeparator());
        assertThat(session.document().string("refused")).isEqualTo("traversal");
        Path target = dir.resolve("target");
        assertThat(Session.run("bundle", "extract", evil.toString(), target.toString()))
                .isEqualTo(new Session(2, "", "countersign: " + sentence + System.lineSeparator()));
        assertThat(target).doesNotExist();
    }

    @Test
    void whatIsExtractedIsVerifiedThere() {
        Path target = dir.resolve("target");
        Session session =
                Session.run(
                        "bundle",
                        "extract",
                        made("b.tar.gz").toString(),
                        target.toString(),
                        "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.document().string("path")).isEqualTo(target.toString());
        assertThat(target.resolve("bundle/data/runs").resolve(RUN).resolve("state.json"))
                .hasSameTextualContentAs(SAMPLES.resolve(RUN).resolve("state.json"));
        Session again =
                Session.run(
                        "bundle", "extract", dir.resolve("b.tar.gz").toString(), target.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is no empty folder");
    }

    @Test
    void whatCannotBeExtractedToItsEndLeavesNothing() throws IOException {
        Path bundle = made("b.zip");
        byte[] bytes = Files.readAllBytes(bundle);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("\"run_started\"") + 1] = 'X';
        Path damaged = Files.write(dir.resolve("damaged.zip"), bytes);
        Path target = dir.resolve("target");
        Session session =
                Session.run("bundle", "extract", damaged.toString(), target.toString(), "--json");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.document().string("refused")).isEqualTo("damaged");
        assertThat(session.err())
                .startsWith("countersign: " + damaged + " was not extracted: ")
                .contains("is damaged: its checksum is not right. What was written was removed");
        assertThat(target).doesNotExist();
    }

    @Test
    void aNameThatCannotBeMeantIsRefused() {
        String run = SAMPLES.resolve(RUN).toString();
        Path rar = dir.resolve("x.rar");
        Session session = Session.run("bundle", "create", run, "--out", rar.toString());
        assertThat(session)
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + rar
                                        + " ends as no bundle does: name it .zip, .tar, .tar.gz or"
                                        + " .tgz, or without an ending for a folder."
                                        + System.lineSeparator()));
        assertThat(rar).doesNotExist();
        Path none = dir.resolve("none/x.zip");
        assertThat(Session.run("bundle", "create", run, "--out", none.toString()).err())
                .contains(
                        none + " cannot be written: there is no folder " + none.getParent() + ".");
    }

    @Test
    void nothingIsExtractedIntoEvidence() throws IOException {
        Path bundle = made("b.zip");
        Path bag = made("bag");
        Path run = Files.createDirectories(dir.resolve("runs/r"));
        Files.copy(SAMPLES.resolve(RUN).resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        for (Path target : List.of(bag.resolve("data/sub"), run.resolve("sub"))) {
            Session session =
                    Session.run("bundle", "extract", bundle.toString(), target.toString());
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.err()).contains(target + " lies in a ", ": name a folder outside");
            assertThat(target).doesNotExist();
        }
        Path inner = bag.resolve("sub");
        assertThat(Session.run("bundle", "extract", bag.toString(), inner.toString()).err())
                .contains(inner + " lies in the bundle itself, " + bag.toRealPath());
        assertThat(inner).doesNotExist();
    }

    /// Here `b.zip` is a bundle and `bag` one in a folder; the last word is what it is about.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verify none.zip               | none.zip | does not exist: check the path.
                    extract none.zip new          | none.zip | does not exist: check the path.
                    extract b.zip bag             | bag      | lies in a bag, bag, which would not be what it was any more: name a folder outside of it.
                    extract b.zip b.zip           | b.zip    | lies in the bundle itself, b.zip, which would not be what it was any more: name a folder outside of it.
                    create none --out new.zip     | none     | does not exist: check the path.
                    create bag --out x.rar        | x.rar    | ends as no bundle does: name it .zip, .tar, .tar.gz or .tgz, or without an ending for a folder.
                    verify b.zip --policy none    | none     | does not exist: check --policy.
                    """)
    void whatCouldNotBeDoneIsADocumentToo(String line, String about, String why) {
        made("b.zip");
        made("bag");
        List<String> words = new ArrayList<>(List.of("bundle"));
        for (String word : line.split(" ")) {
            words.add(
                    words.size() == 1 || word.startsWith("--")
                            ? word
                            : dir.resolve(word).toString());
        }
        words.add("--json");
        Session session = Session.run(words.toArray(String[]::new));
        String named = dir.resolve(about).toString();
        String sentence = named + " " + why.replace(", " + about + ",", ", " + named + ",");
        assertThat(session)
                .isEqualTo(
                        new Session(
                                2,
                                "{\"path\": \""
                                        + named
                                        + "\", \"error\": \""
                                        + sentence
                                        + "\"}"
                                        + System.lineSeparator(),
                                "countersign: " + sentence + System.lineSeparator()));
    }

    @Test
    void oneRunOfItIsShown() {
        Path bundle = made("b.zip");
        JsonObject there =
                Session.run("show", bundle.toString(), "--run", RUN, "--at", AT, "--json")
                        .document();
        JsonObject here =
                Session.run("show", SAMPLES.resolve(RUN).toString(), "--at", AT, "--json")
                        .document();
        String place = bundle.resolve("bundle/data/runs").resolve(RUN).toString();
        assertThat(without(there, "bundle").text())
                .isEqualTo(here.text().replace(SAMPLES.resolve(RUN).toString(), place));
        assertThat(there.get("bundle")).hasToString(HOLDS);
        assertThat(Session.run("show", bundle.toString(), "--run", RUN).out())
                .contains(
                        "  Bundle          "
                                + bundle
                                + ": The bag is complete and valid: every file is as it was"
                                + " packed.\n");
        Session which = Session.run("show", bundle.toString());
        assertThat(which.exit()).isEqualTo(2);
        assertThat(which.err()).contains("say with --run which is meant: " + RUN + ", " + OTHER);
    }

    @Test
    void itsRunsWaitInAQueue() throws IOException {
        Path bundle = made("b.zip");
        Path folder = Files.createDirectory(dir.resolve("runs"));
        Session extracted = Session.run("bundle", "extract", bundle.toString(), folder.toString());
        assertThat(extracted.exit()).isZero();
        Path runs = folder.resolve("bundle/data/runs");
        Session packed = Session.run("queue", bundle.toString(), "--at", AT, "--json");
        Session plain = Session.run("queue", runs.toString(), "--at", AT, "--json");
        assertThat(packed).isEqualTo(plain);
        assertThat(packed.document().get("bundle")).hasToString(HOLDS);
    }

    private static JsonObject without(JsonObject document, String key) {
        return new JsonObject(
                document.members().stream().filter(member -> !member.key().equals(key)).toList());
    }

    private static final List<String> SAMPLE =
            List.of("--period", "2026-07", "--rate", "1", "--seed", "7");

    @Test
    void aBagWithoutItsDeclarationIsNegativeEverywhere() throws IOException {
        Path bundle = made("undeclared");
        Files.delete(bundle.resolve("bagit.txt"));
        String sentence = "bagit.txt is missing, which every bag must have (RFC 8493).";
        for (String command : List.of("verify", "queue", "findings", "reperform")) {
            Session session = Session.run(command, bundle.toString());
            assertThat(session.exit()).isEqualTo(1);
            assertThat(session.out()).contains(sentence);
        }
        Path drive = Files.createDirectory(dir.resolve("drive"));
        Path inside = Files.move(bundle, drive.resolve("undeclared"));
        for (String command : List.of("queue", "findings")) {
            Session session = Session.run(command, drive.toString());
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.err())
                    .isEqualTo(
                            "countersign: "
                                    + inside
                                    + " is not whole: "
                                    + sentence
                                    + System.lineSeparator());
        }
    }

    /// Nothing of its runs is negative: the bag alone is.
    @ParameterizedTest
    @ValueSource(strings = {"queue", "findings", "sample", "show"})
    void aBagThatDoesNotHoldIsNegativeWhateverIsAskedOfIt(String command) throws IOException {
        Path bundle = changed();
        String message = "data/runs/" + RUN + "/state.json is not what its checksum says";
        for (Path path : List.of(bundle, bundle.resolve("data/runs").resolve(RUN))) {
            List<String> words = new ArrayList<>(List.of(command, path.toString()));
            words.addAll(command.equals("sample") ? SAMPLE : List.of());
            words.addAll(
                    command.equals("show") && path.equals(bundle)
                            ? List.of("--run", RUN)
                            : List.of());
            Session people = Session.run(words.toArray(String[]::new));
            assertThat(people.exit()).isEqualTo(1);
            assertThat(people.out()).contains(message, "Payload-Oxum");
            assertThat(people.err()).isEmpty();
            words.add("--json");
            Session json = Session.run(words.toArray(String[]::new));
            assertThat(json.exit()).isEqualTo(1);
            assertThat(json.err()).contains(message, "Payload-Oxum");
            JsonObject standing = (JsonObject) json.document().get("bundle");
            assertThat(standing.get("valid")).isEqualTo(JsonValue.of(false));
            assertThat(Session.list(standing, "errors"))
                    .extracting(error -> ((JsonObject) error).string("kind"))
                    .containsExactly("oxum", "checksum");
        }
    }

    @Test
    void whatLeftTheDeskIsInItsLedger() {
        Path workspace = dir.resolve("workspace");
        assertThat(Session.run("demo", workspace.toString()).exit()).isZero();
        String[] more = {"--workspace", workspace.toString()};
        Session.run("queue", workspace.toString());
        Path run = SAMPLES.resolve(RUN);
        Path out = dir.resolve("b.zip");
        Session.run("bundle", "create", run.toString(), "--out", out.toString(), more[0], more[1]);
        Session access =
                Session.run(
                        "ledger",
                        workspace.toString(),
                        "access",
                        "--type",
                        "bundle",
                        "--id",
                        out.toString(),
                        "--json");
        assertThat(access.out()).contains("exported").contains("verified");
    }

    @Test
    void usageIsSaid() {
        assertThat(Session.run("bundle").exit()).isEqualTo(2);
        assertThat(Session.run("bundle", "create", "x").err()).contains("--out FILE");
        assertThat(Session.run("bundle", "burn").err())
                .contains("bundle knows create, verify, extract and provenance");
    }

    @Test
    void whichBundleBroughtARunIsSaid() throws IOException {
        Path workspace = dir.resolve("workspace");
        Path runs = Files.createDirectories(workspace.resolve("runs"));
        Files.writeString(workspace.resolve("policy.json"), policy());
        Path bundle = Files.move(made("b.zip"), runs.resolve("b.zip"));
        JsonObject queue = Session.run("queue", workspace.toString(), "--json").document();
        assertThat(Session.list(queue, "items")).hasSize(2);
        String[] words = {"bundle", "provenance", RUN, "--workspace", workspace.toString()};
        Session said = Session.run(words);
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("  runs/b.zip\n")
                .contains("    folder   bundle/data/runs/" + RUN)
                .contains(" records, intact, head ");
        JsonObject document =
                Session.run("bundle", "provenance", RUN, "--json", words[3], words[4]).document();
        JsonObject one = (JsonObject) Session.list(document, "provenance").getFirst();
        assertThat(one.string("bundle")).isEqualTo("runs/b.zip");
        assertThat(one.string("sha256")).isEqualTo(sha256(bundle));
        assertThat(Session.run("bundle", "provenance", "other", words[3], words[4]).out())
                .isEqualTo("No bundle brought other.\n");
    }

    private static String policy() throws IOException {
        return new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        return FileDigest.sha256(Files.readAllBytes(file));
    }
}
