// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;
import dev.countersign.core.testkit.TestAuthority;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Acts on the command line, on a copy of a sample run that waits.
class ActsTest extends ActsDesk {
    private void refused(Session session, String sentence) throws IOException {
        assertThat(session).isEqualTo(Session.refused(sentence));
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
                                                "The certificate was held against the anchors in"
                                                        + " "
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
                .contains("Certificates were checked against the anchors in " + trust);
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
