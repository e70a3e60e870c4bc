// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.OpenSsl;
import dev.countersign.core.testkit.SoftHsm;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Keys on PKCS#11 tokens. */
class TokenTest {
    private static final String PIN = "1234";
    private static final Wish ANN = Wish.person("Ann", "ann@example.com");
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    @TempDir static Path folder;
    private static boolean edwardsIsWhole;

    @BeforeAll
    static void tokens() throws Exception {
        SoftHsm hsm = SoftHsm.empty();
        hsm.token("Full", PIN);
        hsm.token("Bare's", PIN);
        hsm.token("Lost", PIN);
        hsm.token("Edwards", PIN);
        TestAuthority sub = ROOT.intermediate("Sub");
        hsm.put(
                slot("Full"),
                PIN,
                Map.of(
                        "rsa", sub.issue(ANN, "RSA-2048"),
                        "ec", ROOT.issue(ANN, "P-256"),
                        "ec384", ROOT.issue(ANN, "P-384"),
                        "short", ROOT.issue(ANN, "RSA-1024")));
        TestAuthority.pem(folder.resolve("root.pem"), ROOT.certificate());
        hsm.importKey("Bare's", PIN, pem(TestAuthority.keyPair("P-256")), "01");
        KeyPair edwards = TestAuthority.keyPair("Ed25519");
        hsm.importKey("Edwards", PIN, pem(edwards), "02");
        Path der = folder.resolve("edwards.der");
        Files.write(der, ROOT.issue(ANN, edwards).certificate().getEncoded());
        edwardsIsWhole = hsm.importCertificate("Edwards", PIN, der, "02");
    }

    private static Path pem(KeyPair pair) throws IOException {
        return Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    /** Java's provider has no Ed25519 in release 25. */
    @Test
    void anEdwardsKeyOnATokenIsNamed() throws Exception {
        assumeTrue(edwardsIsWhole, "pkcs11-tool of OpenSC is not installed");
        try (KeyRing ring = ring("Edwards")) {
            assertThat(ring.choose(null, NOW))
                    .isEqualTo(
                            new KeyChoice.Refused(
                                    new KeyProblem.UnsupportedOnToken("k02", "Ed25519")));
        }
    }

    @Test
    void tokensAreListed() throws Exception {
        assertThat(KeyPlace.Token.slots(SoftHsm.LIBRARY))
                .filteredOn(slot -> slot.state() == TokenSlot.State.READY)
                .extracting(TokenSlot::label)
                .containsExactlyInAnyOrder("Full", "Bare's", "Lost", "Edwards");
        assertThat(KeyPlace.Token.slots(SoftHsm.LIBRARY))
                .filteredOn(slot -> slot.state() == TokenSlot.State.NOT_INITIALISED)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rsa, PKCS1", "rsa, PSS", "ec, PKCS1", "ec384, PKCS1"})
    void aTokenSignsAndOpensslAccepts(String alias, RsaPadding padding) throws Exception {
        try (KeyRing ring = ring("Full")) {
            SigningKey key = ((KeyChoice.Chosen) ring.choose(alias, NOW)).key();
            assertThat(key.protection()).isEqualTo(SigningKey.Protection.TOKEN);
            assertThat(key.place()).isEqualTo(SoftHsm.LIBRARY);
            Octets cms =
                    new CmsSigner(Randomness.system(), padding).sign(Signers.STATEMENT, key, NOW);
            assertThat(Signers.verified(cms).chain()).isEqualTo(key.chain());
            OpenSsl openssl = OpenSsl.in(folder);
            Files.write(folder.resolve("a.p7m"), cms.toArray());
            OpenSsl.Result result =
                    openssl.run(
                            "cms -verify -inform DER -in a.p7m -CAfile root.pem -purpose any"
                                    + " -out statement -attime "
                                    + NOW.getEpochSecond());
            assertThat(result.succeeded()).as(result.output()).isTrue();
        }
    }

    @Test
    void theChainComesFromTheToken() throws Exception {
        try (KeyRing ring = ring("Full")) {
            SigningKey key = ((KeyChoice.Chosen) ring.choose("rsa", NOW)).key();
            assertThat(key.chain())
                    .extracting(c -> c.names().shown())
                    .containsExactly("Ann <ann@example.com>", "Sub");
        }
    }

    @Test
    void aShortKeyOnATokenIsNamed() throws Exception {
        try (KeyRing ring = ring("Full")) {
            assertThat(ring.choose("short", NOW))
                    .isEqualTo(new KeyChoice.Refused(new KeyProblem.WeakKey("short", 1024)));
        }
    }

    @Test
    void aWrongPinIsNamedAlsoAfterARightOne() throws Exception {
        ring("Full").close();
        for (String wrong : List.of("4321", "1", "")) {
            assertThat(open(slot("Full"), wrong))
                    .as(wrong)
                    .isEqualTo(new KeyOpening.Refused(new KeyProblem.WrongPin()));
        }
    }

    @Test
    void afterLoggingOutAKeySignsNoMore() throws Exception {
        SigningKey key;
        try (KeyRing ring = ring("Full")) {
            key = ((KeyChoice.Chosen) ring.choose("ec", NOW)).key();
        }
        assertThatThrownBy(() ->
                        new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                                .sign(Signers.STATEMENT, key, NOW))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("did not sign");
    }

    @Test
    void aKeyWithoutACertificateIsNotSeen() throws Exception {
        assertThat(open(slot("Bare's"), PIN))
                .isEqualTo(new KeyOpening.Refused(new KeyProblem.NoKeyOnToken()));
    }

    @Test
    void amongSeveralTokensOneIsChosen() throws Exception {
        var refused = (KeyOpening.Refused) open(null, PIN);
        assertThat(refused.problem()).isInstanceOf(KeyProblem.SeveralTokens.class);
        assertThat(refused.problem().message())
                .startsWith("There are several tokens: choose the slot of one of ")
                .contains("\"Full\" (slot " + slot("Full") + ")");
    }

    @Test
    void aSlotWithoutATokenIsNamed() throws Exception {
        var refused = (KeyOpening.Refused) open(987_654L, PIN);
        assertThat(refused.problem()).isInstanceOf(KeyProblem.NoToken.class);
    }

    @Test
    void aTokenThatIsNotInitialisedIsNamed() throws Exception {
        TokenSlot empty =
                KeyPlace.Token.slots(SoftHsm.LIBRARY).stream()
                        .filter(s -> s.state() == TokenSlot.State.NOT_INITIALISED)
                        .findFirst()
                        .orElseThrow();
        assertThat(open(empty.slot(), PIN))
                .isEqualTo(new KeyOpening.Refused(new KeyProblem.NotInitialised(empty.shown())));
    }

    @Test
    void aLibraryThatIsNoneIsTheEnvironments() throws Exception {
        Path none = folder.resolve("none.so");
        assertThatThrownBy(() -> KeyPlace.Token.slots(none))
                .isInstanceOf(SourceException.class)
                .hasMessage(none + " cannot be loaded as a PKCS#11 library: check the path.");
        Path libc = Path.of("/lib/x86_64-linux-gnu/libm.so.6");
        if (Files.exists(libc)) {
            assertThatThrownBy(() -> KeyPlace.Token.slots(libc))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(libc + " is not a PKCS#11 library: choose the one of your token.");
        }
    }

    private static KeyRing ring(String label) throws Exception {
        return ((KeyOpening.Opened) open(slot(label), PIN)).ring();
    }

    private static KeyOpening open(Long slot, String pin) throws Exception {
        try (Pin secret = Pin.of(pin.toCharArray())) {
            return new KeyPlace.Token(SoftHsm.LIBRARY, slot).open(secret);
        }
    }

    private static long slot(String label) throws Exception {
        return KeyPlace.Token.slots(SoftHsm.LIBRARY).stream()
                .filter(slot -> slot.label().equals(label))
                .findFirst()
                .orElseThrow()
                .slot();
    }
}
