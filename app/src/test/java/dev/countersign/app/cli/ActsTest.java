// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Acts on the command line, on a copy of a sample run that waits.
class ActsTest {
    private static final String RUN = "change-approval-241bf6287b12";
    private static final String AT = "2026-12-01T12:00:00Z";

    private @TempDir Path folder;
    private Path run;
    private Path key;
    private Path pin;
    private Path trust;
    private String head;

    @BeforeEach
    void prepare() throws Exception {
        run = copy(RUN);
        TestAuthority root = TestAuthority.root("Root");
        key = folder.resolve("ann.p12");
        root.issue(Wish.person("Ann", "ann@example.com"), "P-256").pkcs12(key, "geheim");
        pin = Files.writeString(folder.resolve("pin"), "geheim\n");
        trust = Files.createDirectory(folder.resolve("trust"));
        TestAuthority.pem(trust.resolve("root.pem"), root.certificate());
        head = Session.run("show", run.toString(), "--json").document().string("head");
    }

    private Path copy(String name) throws IOException {
        Path from = Path.of("../core/src/test/resources/samples", name);
        Path to = folder.resolve("runs").resolve(name);
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private Session act(String command, String identity, String... more) {
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

    private JsonObject verdict(String... more) {
        List<String> words = new ArrayList<>(List.of("verify-approval", run.toString(), "--json"));
        words.addAll(List.of(more));
        JsonArray acts =
                (JsonArray) Session.run(words.toArray(String[]::new)).document().get("approvals");
        return (JsonObject) acts.values().getLast();
    }

    private void refused(Session session, String sentence) throws IOException {
        assertThat(session).isEqualTo(new Session(2, "", "countersign: " + sentence + "\n"));
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl")))
                .isEqualTo(
                        Files.readAllBytes(
                                Path.of("../core/src/test/resources/samples", RUN, "audit.jsonl")));
    }

    @Test
    void anApprovalSaysWhatItDid() {
        Session session = act("approve", "ann@example.com", "--rationale", "fine");
        assertThat(session.exit()).as(session.err()).isZero();
        JsonObject said = session.document();
        assertThat(said.string("run_id")).isEqualTo(RUN);
        assertThat(said.string("key")).isEqualTo("change_approval");
        assertThat(said.string("decision")).isEqualTo("approved");
        assertThat(said.string("head_before")).isEqualTo(head);
        JsonObject signature = (JsonObject) said.get("signature");
        assertThat(signature.string("algorithm")).isEqualTo("EC P-256 with SHA-256");
        assertThat(signature.string("signing_time")).isEqualTo(AT);
        assertThat(signature.string("timestamp")).isNull();
        JsonObject after = Session.run("show", run.toString(), "--json").document();
        assertThat(after.string("head")).isEqualTo(said.string("head_after"));
        assertThat(after.string("status")).isEqualTo("approved_pending_resume");
    }

    @Test
    void verifyApprovalKeepsItsChannelsApart() {
        act("approve", "ann@example.com");
        assertThat(verdict().text())
                .contains("\"signature\": \"verified\", \"trust\": \"not_checked\"")
                .contains("\"policy\": \"not_checked\"");
        JsonObject trusted = verdict("--trust", trust.toString());
        assertThat(trusted.string("trust")).isEqualTo("verified");
        assertThat(trusted.string("approver")).isEqualTo("ann@example.com");
        assertThat(trusted.get("reasons"))
                .isEqualTo(
                        new JsonArray(
                                List.of(
                                        new JsonString(
                                                "The time of the signature is self-asserted."),
                                        new JsonString(
                                                "Policy default-1 has no list of identities:"
                                                        + " ann@example.com is claimed."),
                                        new JsonString(
                                                "Revocation not checked: there is no list of"
                                                        + " Root."),
                                        new JsonString(
                                                "The certificate was held against the anchors in "
                                                        + trust
                                                        + "."))));
    }

    /// A folder that was handed over may have anchors of its own: whose they are is said.
    @Test
    void whoseAnchorsTheyAreIsSaid() throws Exception {
        act("approve", "ann@example.com");
        for (String command : List.of("verify-approval", "show", "verify")) {
            JsonObject alone = Session.run(command, run.toString(), "--json").document();
            assertThat(alone.get("trust_from").text()).as(command).isEqualTo("null");
            JsonObject named =
                    Session.run(command, run.toString(), "--trust", trust.toString(), "--json")
                            .document();
            assertThat(named.string("trust_from")).as(command).isEqualTo(trust.toString());
        }
        Files.writeString(folder.resolve("policy.json"), PolicyWriter.write(DefaultPolicy.get()));
        for (String command : List.of("verify-approval", "show", "verify")) {
            JsonObject found = Session.run(command, run.toString(), "--json").document();
            assertThat(found.string("trust_from")).as(command).isEqualTo(trust.toString());
        }
        assertThat(Session.run("show", run.toString()).out())
                .contains("by the anchors in " + trust);
        String bundle = folder.resolve("b.zip").toString();
        Session.run("bundle", "create", run.toString(), "--out", bundle);
        Session verified =
                Session.run("bundle", "verify", bundle, "--trust", trust.toString(), "--json");
        assertThat(verified.document().string("trust_from")).isEqualTo(trust.toString());
        assertThat(Session.run("bundle", "verify", bundle, "--trust", trust.toString()).out())
                .contains("Certificates were held against the anchors in " + trust);
    }

    @Test
    void aForeignCertificateIsNotTampering() throws Exception {
        act("approve", "ann@example.com");
        Path other = Files.createDirectory(folder.resolve("other"));
        TestAuthority.pem(other.resolve("x.pem"), TestAuthority.root("Other").certificate());
        JsonObject act = verdict("--trust", other.toString());
        assertThat(act.string("signature")).isEqualTo("verified");
        assertThat(act.string("trust")).isEqualTo("failed");
    }

    @Test
    void theAuthorIsRefusedBeforeThePin() throws Exception {
        Files.delete(pin);
        refused(
                act("approve", "P.Diaz "),
                run
                        + ": cannot approve: P.Diaz is the author: somebody independent has to"
                        + " approve it.");
    }

    @Test
    void aWrongPinIsRefused() throws Exception {
        Files.writeString(pin, "falsch");
        refused(act("approve", "ann@example.com"), key + ": The PIN is wrong: enter it again.");
    }

    @Test
    void aRejectionNeedsAReason() {
        assertThat(act("reject", "ann@example.com").err())
                .startsWith("countersign: reject needs --rationale: say why.");
    }

    @Test
    void aRejectionIsNoApproval() {
        act("reject", "ann@example.com", "--rationale", "no test");
        JsonObject shown = Session.run("show", run.toString(), "--json").document();
        assertThat(shown.string("status")).isEqualTo("rejected");
        assertThat(verdict().string("event")).isEqualTo("approval_rejected");
    }

    @Test
    void aResponseIsImportedWhereTheRunLives() throws Exception {
        Path response = folder.resolve("response.json");
        Session signed = act("approve", "ann@example.com", "--response", response.toString());
        assertThat(signed.document().get("head_after").text()).isEqualTo("null");
        assertThat(Session.run("show", run.toString(), "--json").document().string("head"))
                .isEqualTo(head);

        Session imported =
                Session.run("import-response", response.toString(), run.toString(), "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.document().string("head_before")).isEqualTo(head);
        assertThat(verdict().string("signature")).isEqualTo("verified");

        Session again = Session.run("import-response", response.toString(), run.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("The log has changed since it was looked at");
    }

    @Test
    void ofARunInABundleOnlyAResponseIsMade() throws Exception {
        Path lives = run;
        Path bundle = folder.resolve("b.zip");
        Session.run("bundle", "create", run.toString(), "--out", bundle.toString());
        byte[] before = Files.readAllBytes(bundle);
        run = bundle;
        assertThat(act("approve", "ann@example.com"))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + bundle
                                        + " lies in a bundle, which nothing is written to: give"
                                        + " --response FILE, and import that where the run"
                                        + " lives.\n"));
        Path response = folder.resolve("response.json");
        Session signed =
                act("approve", "ann@example.com", "--run", RUN, "--response", response.toString());
        assertThat(signed.exit()).as(signed.err()).isZero();
        assertThat(Files.readAllBytes(bundle)).isEqualTo(before);
        run = lives;
        Session imported =
                Session.run("import-response", response.toString(), run.toString(), "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(verdict().string("signature")).isEqualTo("verified");
    }

    @Test
    void inAnUnpackedBagNothingIsSignedIntoTheLogEither() {
        Path bag = folder.resolve("bag");
        Session.run("bundle", "create", run.toString(), "--out", bag.toString());
        run = bag.resolve("data/runs").resolve(RUN);
        Session session = act("approve", "ann@example.com");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("lies in a bundle").hasLineCount(1);
        assertThat(Session.run("bundle", "verify", bag.toString()).exit()).isZero();
    }

    @Test
    void aResponseForAnotherRunIsRefused() throws Exception {
        Path response = folder.resolve("response.json");
        act("approve", "ann@example.com", "--response", response.toString());
        Path other = copy("change-approval-0155cb2f963b");
        Session session = Session.run("import-response", response.toString(), other.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("The response was made for " + RUN).hasLineCount(1);
    }

    @Test
    void whatIsExportedIsCheckedWithOpensslAlone() throws Exception {
        act("approve", "ann@example.com");
        Path export = folder.resolve("export/run");
        verdict("--export", export.toString());
        try (Stream<Path> files = Files.list(export)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.txt",
                            "approval_recorded-13.certificate.der",
                            "approval_recorded-13.p7m",
                            "approval_recorded-13.statement.json",
                            "audit.jsonl");
        }
        Files.copy(trust.resolve("root.pem"), export.resolve("root.pem"));
        for (String tool : List.of("bash", "openssl", "jq", "python3")) {
            assumeTrue(onPath(tool), tool + " is not installed");
        }
        Process check =
                new ProcessBuilder("bash", "README.txt")
                        .directory(export.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains("CMS Verification successful").contains("intact, head");
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    @Test
    void aKeyInPemSignsToo() throws Exception {
        run = copy("change-approval-0155cb2f963b");
        TestAuthority.Holder holder =
                TestAuthority.root("Root").issue(Wish.person("Ann", "ann@example.com"), "Ed25519");
        key = folder.resolve("ann.pem");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(holder.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path certificate = TestAuthority.pem(folder.resolve("cert.pem"), holder.certificate());
        Session session =
                act("approve", "ann@example.com", "--certificate", certificate.toString());
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(((JsonObject) session.document().get("signature")).string("algorithm"))
                .isEqualTo("Ed25519");
    }

    @Test
    void theLedgerOfTheWorkspaceHasWhatWasSignedAndWhatWasDenied() throws Exception {
        Files.writeString(folder.resolve("policy.json"), PolicyWriter.write(DefaultPolicy.get()));
        act("approve", "p.diaz");
        act("approve", "ann@example.com");
        String failed =
                Session.run(
                                "ledger",
                                folder.toString(),
                                "failed-access",
                                "--min",
                                "1",
                                "--from",
                                "2026-11-21",
                                "--to",
                                "2026-11-21",
                                "--json")
                        .out();
        assertThat(failed).contains("\"actor_id\": \"p.diaz\"");
        String access =
                Session.run(
                                "ledger",
                                folder.toString(),
                                "access",
                                "--type",
                                "run",
                                "--id",
                                RUN,
                                "--from",
                                "2026-11-21",
                                "--to",
                                "2026-11-21",
                                "--json")
                        .out();
        assertThat(access).contains("\"denied\"").contains("\"signed\"");
    }

    @Test
    void aSignedDispositionClosesAFindingOnceItsSignerIsTrusted() throws Exception {
        Files.writeString(
                folder.resolve("policy.json"),
                PolicyWriter.write(DefaultPolicy.get())
                        .replace(
                                "\"identities\": null",
                                "\"identities\": [{\"id\": \"ann@example.com\", \"name\": \"Ann\","
                                        + " \"roles\": [\"control owner\"]}]"));
        run = copy("change-approval-b31b90463aba");
        Path anchor = trust.resolve("root.pem");
        Path aside = Files.move(anchor, folder.resolve("root.pem"));
        assertThat(state("run_blocked")).isEqualTo("open");

        Session disposed =
                act(
                        "dispose",
                        "ann@example.com",
                        "--disposition",
                        "superseded by CHG-7",
                        "--at",
                        "2026-11-21T09:59:00Z");
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        assertThat(state("run_blocked")).isEqualTo("disposed_not_verified");

        Files.move(aside, anchor);
        assertThat(state("run_blocked")).isEqualTo("closed");
    }

    @Test
    void aFindingIsDisposedByItsId() throws Exception {
        Files.writeString(folder.resolve("policy.json"), PolicyWriter.write(DefaultPolicy.get()));
        copy("change-approval-b31b90463aba");
        String id =
                Session.run("findings", folder.toString())
                        .out()
                        .lines()
                        .filter(line -> line.contains("run blocked"))
                        .map(line -> line.split(" +")[1])
                        .findFirst()
                        .orElseThrow();
        Session disposed =
                Session.run(
                        "dispose",
                        id,
                        "--workspace",
                        folder.toString(),
                        "--disposition",
                        "accepted",
                        "--identity",
                        "ann@example.com",
                        "--keystore",
                        key.toString(),
                        "--pin-file",
                        pin.toString());
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        assertThat(state("run_blocked")).isEqualTo("disposed_not_verified");
    }

    /// A log that is broken takes no record: the ledger does.
    @Test
    void aFindingWhoseLogIsBrokenIsDisposedInTheLedger() throws Exception {
        Files.writeString(
                folder.resolve("policy.json"),
                PolicyWriter.write(DefaultPolicy.get())
                        .replace(
                                "\"identities\": null",
                                "\"identities\": [{\"id\": \"ann@example.com\", \"name\": \"Ann\","
                                        + " \"roles\": [\"control owner\"]}]"));
        Path broken = copy("change-approval-b31b90463aba").resolve("audit.jsonl");
        Files.writeString(broken, Files.readString(broken).replace("gate", "gaat"));
        String id =
                Session.run("findings", folder.toString())
                        .out()
                        .lines()
                        .filter(line -> line.contains("chain broken"))
                        .map(line -> line.split(" +")[1])
                        .findFirst()
                        .orElseThrow();
        byte[] before = Files.readAllBytes(broken);
        Session disposed =
                Session.run(
                        "dispose",
                        id,
                        "--workspace",
                        folder.toString(),
                        "--disposition",
                        "restored from backup",
                        "--identity",
                        "ann@example.com",
                        "--keystore",
                        key.toString(),
                        "--pin-file",
                        pin.toString(),
                        "--json");
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        JsonObject said = disposed.document();
        assertThat(said.string("place")).isEqualTo("ledger");
        assertThat(said.string("state")).isEqualTo("closed");
        assertThat(said.string("decision")).isEqualTo("restored from backup");
        assertThat(Files.readAllBytes(broken)).isEqualTo(before);
        assertThat(state("chain_broken")).isEqualTo("closed");
        assertThat(
                        Session.run("ledger", folder.toString(), "verify", "--json")
                                .document()
                                .string("verdict"))
                .isEqualTo("intact");
    }

    private String state(String kind) {
        JsonArray findings =
                (JsonArray)
                        Session.run("findings", folder.toString(), "--json")
                                .document()
                                .get("findings");
        for (JsonValue finding : findings.values()) {
            JsonObject said = (JsonObject) finding;
            if (kind.equals(said.string("kind"))
                    && "change-approval-b31b90463aba".equals(said.string("run_id"))) {
                return said.string("state");
            }
        }
        return "none";
    }

    @Test
    void aKeyThatWasMadeHereSigns() throws Exception {
        key = folder.resolve("new.p12");
        Files.writeString(pin, "a long enough pin");
        Path certificate = folder.resolve("trust/ann.pem");
        Session made =
                Session.run(
                        "make-key",
                        key.toString(),
                        "--name",
                        "Ann Other",
                        "--email",
                        "ann@example.com",
                        "--pin-file",
                        pin.toString(),
                        "--certificate",
                        certificate.toString(),
                        "--at",
                        "2026-01-01T00:00:00Z");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(act("approve", "ann@example.com").exit()).isZero();
        JsonObject act = verdict("--trust", trust.toString());
        assertThat(act.string("signature")).isEqualTo("verified");
        assertThat(act.string("trust")).isEqualTo("verified");
    }

    @Test
    void aShortPinMakesNoKey() throws Exception {
        Files.writeString(pin, "1234");
        Session made =
                Session.run(
                        "make-key",
                        folder.resolve("new.p12").toString(),
                        "--name",
                        "Ann",
                        "--email",
                        "ann@example.com",
                        "--pin-file",
                        pin.toString());
        assertThat(made)
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: Choose a PIN of at least 8 characters: it alone"
                                        + " protects the file.\n"));
        assertThat(folder.resolve("new.p12")).doesNotExist();
    }

    @Test
    void finishWritesWhatACrashKeptOut() throws Exception {
        String before = Files.readString(run.resolve("state.json"));
        act("approve", "ann@example.com");
        String after = Files.readString(run.resolve("state.json"));
        Files.writeString(run.resolve("state.json"), before);
        assertThat(Session.run("finish", run.toString(), "--json").document().text())
                .isEqualTo(
                        "{\"run_id\": \""
                                + RUN
                                + "\", \"written\": [{\"key\": \"change_approval\", \"approver\":"
                                + " \"ann@example.com\"}]}");
        assertThat(Files.readString(run.resolve("state.json"))).isEqualTo(after);
    }
}
