// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
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

/// What commands say of a bundle that does not hold, or is refused.
class BundleVerdictTest extends MadeBundles {
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

    @Test
    void aBagWithChecksumsOfMd5AloneIsNotCheckedAndItsRunsAre() throws IOException {
        Path bundle = made("old");
        Files.delete(bundle.resolve("tagmanifest-sha256.txt"));
        Path manifest = bundle.resolve("manifest-sha256.txt");
        Files.writeString(
                bundle.resolve("manifest-md5.txt"),
                Files.readString(manifest).replaceAll("(?m)^([0-9a-f]{32})\\w+", "$1"));
        Files.delete(manifest);
        Session session = Session.run("bundle", "verify", bundle.toString());
        assertThat(session.exit()).isOne();
        assertThat(session.out())
                .contains(
                        "2 runs. The bag is complete; its checksums are not checked.\n",
                        "its files have checksums of MD5 or SHA-1 only, which can be forged: they"
                                + " are not checked, and nothing vouches for the files.\n",
                        "intact    " + bundle.resolve("data/runs").resolve(RUN));
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
                .contains("The bundle is not valid, so nothing vouches for the runs in it")
                .doesNotContain("No exception was found in");
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
                .contains("The bundle is not valid", file + " is not what its checksum says")
                .contains("2 performed, 0 differ, 1 bundle is not valid, results ");
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

    /// Here `b.zip` is a bundle and `bag` one in a folder; the last word is what it is about.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verify none.zip               | none.zip | does not exist: check the path.
                    extract none.zip new          | none.zip | does not exist: check the path.
                    extract b.zip bag             | bag      | is a bag, which would not be what it was any more: name a folder outside of it.
                    extract b.zip b.zip           | b.zip    | is the bundle itself, which would not be what it was any more: name a folder outside of it.
                    create none --out new.zip     | none     | does not exist: check the path.
                    create bag --out x.rar        | x.rar    | does not end as a bundle does: name it .zip, .tar, .tar.gz or .tgz, or without an ending for a folder.
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
        String sentence = named + " " + why;
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
}
