// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Bundles on the command line: made, verified, extracted.
class BundleCommandTest extends MadeBundles {
    private static final String HOLDS =
            "{\"kind\": \"bag\", \"valid\": true, \"complete\": true, \"errors\": [],"
                    + " \"warnings\": [], \"disagreements\": []}";

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
    void whatABundleHoldsIsPerformedAgainAndReportedWhereItLies() throws IOException {
        Path bundle = made("b.tar.gz");
        Path runs = Files.createDirectory(dir.resolve("runs"));
        Folders.copy(SAMPLES.resolve(RUN), runs.resolve(RUN));
        Folders.copy(SAMPLES.resolve(OTHER), runs.resolve(OTHER));
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

    /** The results one by one, but for the hash of the facts, which name what was asked for. */
    private List<String> rows(Path of) throws IOException {
        Path csv = dir.resolve(of.getFileName() + ".csv");
        Session session = Session.run("report", of.toString(), "--csv", csv.toString(), "--at", AT);
        assertThat(session.err())
                .isEqualTo(
                        "countersign: 2 runs have records after "
                                + AT
                                + ". Clocks are as of then; status and decisions include them.\n");
        assertThat(session.exit()).as("one has exceptions").isOne();
        return Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith(",,,,,,bundle,bag,verified,"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
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
                                        + " does not end as a bundle does: name it .zip, .tar,"
                                        + " .tar.gz or .tgz, or without an ending for a folder."
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

    private static String sha256(Path file) throws IOException {
        return FileDigest.sha256(Files.readAllBytes(file));
    }
}
