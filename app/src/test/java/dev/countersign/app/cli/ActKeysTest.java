// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// Keys that sign on the command line, and those that are made there.
class ActKeysTest extends ActsDesk {
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
}
