// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What we sign, we read back; with every kind of key. */
class SigningTest {
    private static final Octets STATEMENT = Octets.utf8("{\"decision\": \"approved\"}");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "RSA-2048, PKCS1, RSA with SHA-256",
        "RSA-3072, PSS, RSA-PSS with SHA-256",
        "P-256, PKCS1, EC P-256 with SHA-256",
        "P-384, PKCS1, EC P-384 with SHA-384",
        "Ed25519, PKCS1, Ed25519"
    })
    void everyKindSignsAndIsReadBack(String kind, RsaPadding padding, String algorithm)
            throws Exception {
        var holder =
                TestAuthority.root("Root")
                        .intermediate("Sub")
                        .issue(Wish.person("Ann", "ann@example.com"), kind);
        Path file = holder.pkcs12(folder.resolve("ann.p12"), "geheim");
        try (Pin pin = Pin.of("geheim".toCharArray());
                KeyRing ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(file).open(pin)).ring()) {
            SigningKey key = ((KeyChoice.Chosen) ring.choose(null, TestAuthority.NOW)).key();
            Octets cms =
                    new CmsSigner(Randomness.system(), padding)
                            .sign(STATEMENT, key, TestAuthority.NOW);
            var check = (SignatureCheck.Verified) CmsVerifier.check(cms);
            assertThat(check.content()).isEqualTo(STATEMENT);
            assertThat(check.algorithm()).isEqualTo(algorithm);
            assertThat(check.signingTime()).isEqualTo(TestAuthority.NOW);
            assertThat(check.chain()).isEqualTo(key.chain()).hasSize(2);
            assertThat(check.signer().names().shown()).isEqualTo("Ann <ann@example.com>");
            assertThat(check.timeStamp()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA-2048", "Ed25519"})
    void whereNoRandomnessIsNeededTheSameIsSignedTheSame(String kind) throws Exception {
        var holder = TestAuthority.root("Root").issue(Wish.person("Ann", "a@x.org"), kind);
        assertThat(Signers.sign(holder)).isEqualTo(Signers.sign(holder));
    }

    @Test
    void aChangedContentIsNamed() throws Exception {
        var holder =
                TestAuthority.root("Root").issue(Wish.person("Ann", "ann@example.com"), "P-256");
        Path file = holder.pkcs12(folder.resolve("ann.p12"), "geheim");
        try (Pin pin = Pin.of("geheim".toCharArray());
                KeyRing ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(file).open(pin)).ring()) {
            SigningKey key = ((KeyChoice.Chosen) ring.choose("key", TestAuthority.NOW)).key();
            byte[] cms =
                    new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                            .sign(STATEMENT, key, TestAuthority.NOW)
                            .toArray();
            int at = new String(cms, StandardCharsets.ISO_8859_1).indexOf("approved");
            cms[at] = 'A';
            assertThat(CmsVerifier.check(Octets.of(cms)))
                    .isEqualTo(
                            new SignatureCheck.Failed(
                                    List.of(
                                            new SignatureFault(
                                                    SignatureFault.Kind.CONTENT_CHANGED, ""))));
        }
    }

    @Test
    void aWrongPinIsOne() throws Exception {
        var holder =
                TestAuthority.root("Root").issue(Wish.person("Ann", "ann@example.com"), "P-256");
        Path file = holder.pkcs12(folder.resolve("ann.p12"), "geheim");
        try (Pin pin = Pin.of("geheimer".toCharArray())) {
            assertThat(new KeyPlace.Pkcs12(file).open(pin))
                    .isEqualTo(new KeyOpening.Refused(new KeyProblem.WrongPin()));
        }
    }
}
