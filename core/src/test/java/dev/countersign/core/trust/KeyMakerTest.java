// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.FROM;
import static dev.countersign.core.testkit.TestAuthority.NOW;
import static dev.countersign.core.testkit.TestAuthority.UNTIL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.OpenSsl;
import dev.countersign.core.trust.KeyWish.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class KeyMakerTest {
    private static final String PIN = "geheim-genug";
    private static final KeyMaker MAKER = new KeyMaker(Randomness.system(), 100);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aSelfSignedKeySignsAndIsTrustedAsItsOwnAnchor(KeyAlgorithm algorithm) throws Exception {
        Certificate made;
        try (Pin pin = pin()) {
            made = MAKER.selfSigned(wish(algorithm), file(), pin);
        }
        SigningKey key = key(new KeyPlace.Pkcs12(file()));
        assertThat(key.certificate()).isEqualTo(made);
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.alias()).isEqualTo("Änn, \"the\" Auditor");
        assertThat(made.names())
                .isEqualTo(
                        new CertificateNames(
                                "CN=Änn\\, \\\"the\\\" Auditor",
                                "CN=Änn\\, \\\"the\\\" Auditor",
                                "Änn, \"the\" Auditor",
                                List.of("ann@example.com"),
                                List.of(),
                                made.names().serial(),
                                made.names().fingerprint()));
        assertThat(made.notBefore()).isEqualTo(FROM);
        assertThat(made.notAfter()).isEqualTo(UNTIL);
        Octets cms =
                new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                        .sign(Signers.STATEMENT, key, NOW);
        Path trust = Files.createDirectory(folder.resolve("trust"));
        Files.writeString(trust.resolve("ann.pem"), made.pem());
        assertThat(TrustAnchors.read(trust).of(Signers.verified(cms)).signer())
                .isEqualTo(new TrustVerdict.Trusted(List.of(made), List.of()));
    }

    @Test
    void opensslReadsTheFileAndAcceptsWhatItSigns() throws Exception {
        OpenSsl openssl = OpenSsl.in(folder);
        Certificate made;
        try (Pin pin = pin()) {
            made =
                    new KeyMaker(Randomness.system())
                            .selfSigned(wish(KeyAlgorithm.EC_P256), file(), pin);
        }
        OpenSsl.Result info =
                openssl.run("pkcs12 -in key.p12 -passin pass:" + PIN + " -nodes -info");
        assertThat(info.output())
                .contains("MAC: sha256, Iteration 200000")
                .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 200000, PRF hmacWithSHA256")
                .contains("BEGIN PRIVATE KEY");
        Files.writeString(folder.resolve("root.pem"), made.pem());
        Octets cms =
                new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                        .sign(Signers.STATEMENT, key(new KeyPlace.Pkcs12(file())), NOW);
        Files.write(folder.resolve("a.p7m"), cms.toArray());
        OpenSsl.Result verified =
                openssl.run(
                        "cms -verify -inform DER -in a.p7m -CAfile root.pem -purpose any -out"
                                + " statement -attime "
                                + NOW.getEpochSecond());
        assertThat(verified.succeeded()).as(verified.output()).isTrue();
    }

    @Test
    void aRequestGoesToAnAuthorityAndItsCertificateIntoTheFile() throws Exception {
        OpenSsl openssl = OpenSsl.in(folder);
        String request;
        try (Pin pin = pin()) {
            request = MAKER.request(wish(KeyAlgorithm.EC_P384), file(), pin);
        }
        try (Pin pin = pin()) {
            var ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(file()).open(pin)).ring();
            assertThat(ring.choose(null, NOW))
                    .isEqualTo(
                            new KeyChoice.Refused(
                                    new KeyProblem.NoCertificate("Änn, \"the\" Auditor")));
        }
        Files.writeString(folder.resolve("request.pem"), request);
        OpenSsl.Result shown = openssl.run("req -in request.pem -noout -text -verify");
        assertThat(shown.output())
                .contains("verify OK")
                .contains("email:ann@example.com")
                .contains("Digital Signature, Non Repudiation");
        authorise(openssl);
        Path certificate = folder.resolve("issued.pem");
        SigningKey key = key(new KeyPlace.Pkcs12(file(), certificate));
        assertThat(key.chain()).hasSize(1);
    }

    private void authorise(OpenSsl openssl) {
        openssl.must(
                "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=CA -days"
                        + " 10");
        openssl.must(
                "x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial"
                        + " -copy_extensions copyall -days 5000 -out issued.pem");
    }

    @Test
    void theFileIsItsOwnersAloneAndReplacesNothing() throws Exception {
        try (Pin pin = pin()) {
            MAKER.selfSigned(wish(KeyAlgorithm.ED25519), file(), pin);
            assertThat(Files.getPosixFilePermissions(file()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            byte[] before = Files.readAllBytes(file());
            assertThatThrownBy(() -> MAKER.selfSigned(wish(KeyAlgorithm.ED25519), file(), pin))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(file() + " exists already: give it another name.");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
            Path nowhere = folder.resolve("none").resolve("key.p12");
            assertThatThrownBy(() -> MAKER.selfSigned(wish(KeyAlgorithm.ED25519), nowhere, pin))
                    .isInstanceOf(SourceException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void everythingWrongWithAWishIsSaidAtOnce() {
        try (Pin pin = Pin.of("1234567".toCharArray())) {
            assertThat(new KeyWish(KeyAlgorithm.RSA, " ", "ann", NOW, NOW).problems(pin))
                    .containsExactly(Problem.NAME, Problem.EMAIL, Problem.VALIDITY, Problem.PIN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com, bob@example.com",
                "Ann <ann@example.com>",
                "ann@@example.com",
                "änn@example.com",
                "@example.com",
                "ann@"
            })
    void whatIsNoAddressIsRefused(String email) {
        try (Pin pin = pin()) {
            assertThat(new KeyWish(KeyAlgorithm.RSA, "Ann", email, FROM, UNTIL).problems(pin))
                    .containsExactly(Problem.EMAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({"o'hara+audit@sub.example.com", "a_b.c@x"})
    void unusualAddressesAreTaken(String email) {
        try (Pin pin = pin()) {
            assertThat(new KeyWish(KeyAlgorithm.RSA, "Ann", email, FROM, UNTIL).problems(pin))
                    .isEmpty();
        }
    }

    private static KeyWish wish(KeyAlgorithm algorithm) {
        return new KeyWish(algorithm, "Änn, \"the\" Auditor", "ann@example.com", FROM, UNTIL);
    }

    private Path file() {
        return folder.resolve("key.p12");
    }

    private static Pin pin() {
        return Pin.of(PIN.toCharArray());
    }

    private static SigningKey key(KeyPlace place) throws SourceException {
        try (Pin pin = pin()) {
            var ring = ((KeyOpening.Opened) place.open(pin)).ring();
            // what openssl issues in a test is valid from now on
            var at = ring.choose(null, NOW) instanceof KeyChoice.Chosen ? NOW : UNTIL;
            return ((KeyChoice.Chosen) ring.choose(null, at)).key();
        }
    }
}
