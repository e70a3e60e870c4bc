// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.OpenSsl;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The files that the installed openssl writes: modern, legacy, PEM in its forms. */
class OpenSslKeysTest {
    private static final String PIN = "gehéim";

    /** openssl dates its certificates itself. */
    private static final Instant AT = Instant.now().plus(Duration.ofDays(1));

    @TempDir Path folder;
    private OpenSsl openssl;

    @BeforeEach
    void key() throws Exception {
        openssl = OpenSsl.in(folder);
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        key("RSA", "-pkeyopt", "rsa_keygen_bits:2048");
    }

    private void key(String algorithm, String... options) {
        List<String> generate =
                new ArrayList<>(List.of("genpkey", "-algorithm", algorithm, "-out", "key.pem"));
        generate.addAll(List.of(options));
        openssl.must(String.join(" ", generate));
        openssl.must("req -new -x509 -key key.pem -subj /CN=Ann -days 10 -out cert.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "-legacy",
        "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-RC2-40 -legacy",
        "-keypbe AES-128-CBC -certpbe NONE -macalg SHA512 -iter 10000",
        "-descert -legacy"
    })
    void aPkcs12FileOfAnyAge(String options) throws Exception {
        SigningKey key = chosen(new KeyPlace.Pkcs12(export(options)), PIN);
        assertThat(key.alias()).isEqualTo("Ann's");
        assertThat(key.protection()).isEqualTo(SigningKey.Protection.PIN);
        assertSigns(key);
    }

    /** Java's key store shows no entry at all for such a file. */
    @Test
    void aKeyThatLiesOpenInAPkcs12FileIsSeenAndSaysSo() throws Exception {
        SigningKey key = chosen(new KeyPlace.Pkcs12(export("-keypbe NONE")), PIN);
        assertThat(key.protection()).isEqualTo(SigningKey.Protection.NONE);
        assertSigns(key);
    }

    @Test
    void aPkcs12FileWithoutMacIsRefused() throws Exception {
        assertThat(open(new KeyPlace.Pkcs12(export("-nomac")), PIN))
                .isEqualTo(new KeyOpening.Refused(new KeyProblem.NoIntegrity()));
    }

    @Test
    void aPkcs12FileThatAsksForHoursIsRefused() throws Exception {
        Path file = export("-iter 5000001 -macalg SHA1 -certpbe NONE -keypbe NONE");
        assertThat(open(new KeyPlace.Pkcs12(file), PIN))
                .isEqualTo(
                        new KeyOpening.Refused(
                                new KeyProblem.Damaged("it asks for 5000001 rounds of hashing")));
    }

    @Test
    void aPkcs12FileWithoutCertificateIsNamed() throws Exception {
        Path file = folder.resolve("bare.p12");
        openssl.must(
                "pkcs12 -export -nocerts -inkey key.pem -passout file:pin -out " + file.toString());
        KeyRing ring = ((KeyOpening.Opened) open(new KeyPlace.Pkcs12(file), PIN)).ring();
        assertThat(ring.choose(null, NOW))
                .isEqualTo(new KeyChoice.Refused(new KeyProblem.NoCertificate("key")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v2 aes-256-cbc -v2prf hmacWithSHA256",
                "-v2 des3",
                "-v1 PBE-SHA1-3DES",
            })
    void anEncryptedPkcs8Key(String options) throws Exception {
        run("pkcs8 -topk8 -in key.pem -passout file:pin -out enc.pem " + options);
        assertPemOpens("enc.pem", SigningKey.Protection.PIN);
    }

    @Test
    void aPlainKeyIsSeenAndSaysSo() throws Exception {
        assertThat(chosen(pem("key.pem"), "").protection()).isEqualTo(SigningKey.Protection.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes256", "-aes128", "-des3"})
    void aTraditionalRsaKey(String cipher) throws Exception {
        run("rsa -traditional -in key.pem -passout file:pin -out enc.pem " + cipher);
        assertThat(Files.readString(folder.resolve("enc.pem"))).contains("BEGIN RSA PRIVATE KEY");
        assertPemOpens("enc.pem", SigningKey.Protection.PIN);
        run("rsa -traditional -in key.pem -out plain.pem");
        assertPemOpens("plain.pem", SigningKey.Protection.NONE);
    }

    @ParameterizedTest
    @CsvSource({"P-256, EC_P256", "P-384, EC_P384"})
    void aTraditionalEcKey(String curve, KeyAlgorithm algorithm) throws Exception {
        key("EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
        run("ec -in key.pem -passout file:pin -out enc.pem -aes256");
        assertPemOpens("enc.pem", SigningKey.Protection.PIN);
        run(
                "ecparam -name "
                        + (curve.equals("P-256") ? "prime256v1" : "secp384r1")
                        + " -out p.pem");
        run("ec -in key.pem -out plain.pem");
        // openssl ecparam -genkey writes the curve before the key
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("p.pem"))
                        + Files.readString(folder.resolve("plain.pem")));
        assertPemOpens("both.pem", SigningKey.Protection.NONE);
        assertThat(chosen(pem("both.pem"), "").algorithm()).isEqualTo(algorithm);
    }

    @Test
    void anEd25519Key() throws Exception {
        key("ED25519");
        run("pkcs8 -topk8 -in key.pem -passout file:pin -out enc.pem");
        assertPemOpens("enc.pem", SigningKey.Protection.PIN);
        assertThat(chosen(new KeyPlace.Pkcs12(export("")), PIN).algorithm())
                .isEqualTo(KeyAlgorithm.ED25519);
    }

    @ParameterizedTest
    @CsvSource({"secp256k1, 1.3.132.0.10", "brainpoolP256r1, 1.3.36.3.3.2.8.1.1.7"})
    void anotherCurveIsNamed(String curve, String oid) throws Exception {
        key("EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
        var refused = (KeyChoice.Refused) ring(pem("key.pem"), "").choose(null, AT);
        assertThat(refused.problem())
                .isEqualTo(new KeyProblem.UnsupportedKey("key", "EC, curve " + oid));
    }

    @Test
    void aScryptKeyIsNamedForWhatItIs() throws Exception {
        run("pkcs8 -topk8 -in key.pem -passout file:pin -out enc.pem -scrypt");
        assertThat(open(pem("enc.pem"), PIN))
                .isEqualTo(
                        new KeyOpening.Refused(
                                new KeyProblem.UnknownEncryption("1.3.6.1.4.1.11591.4.11")));
    }

    @Test
    void keyAndCertificateMayLieInOneFile() throws Exception {
        Files.writeString(
                folder.resolve("one.pem"),
                Files.readString(folder.resolve("cert.pem"))
                        + Files.readString(folder.resolve("key.pem")));
        assertSigns(chosen(new KeyPlace.Pem(folder.resolve("one.pem"), null), ""));
    }

    @Test
    void aPemFileWithoutKeyIsNamed() throws Exception {
        assertThat(open(new KeyPlace.Pem(folder.resolve("cert.pem"), null), ""))
                .isEqualTo(new KeyOpening.Refused(new KeyProblem.NoKey()));
    }

    private void assertPemOpens(String name, SigningKey.Protection protection) throws Exception {
        SigningKey key = chosen(pem(name), PIN);
        assertThat(key.protection()).isEqualTo(protection);
        assertThat(key.alias()).isEqualTo("Ann");
        assertSigns(key);
        if (protection == SigningKey.Protection.PIN) {
            for (String wrong : List.of("geheim", "")) {
                assertThat(open(pem(name), wrong))
                        .isEqualTo(new KeyOpening.Refused(new KeyProblem.WrongPin()));
            }
        }
    }

    private static void assertSigns(SigningKey key) throws Exception {
        Octets cms =
                new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                        .sign(Signers.STATEMENT, key, AT);
        assertThat(Signers.verified(cms).signer()).isEqualTo(key.certificate());
    }

    private KeyPlace pem(String name) {
        return new KeyPlace.Pem(folder.resolve(name), folder.resolve("cert.pem"));
    }

    private Path export(String options) {
        run(
                "pkcs12 -export -inkey key.pem -in cert.pem -name Ann's -passout file:pin -out"
                        + " key.p12 "
                        + options);
        return folder.resolve("key.p12");
    }

    private void run(String line) {
        openssl.must(line);
    }

    private static KeyRing ring(KeyPlace place, String pin) throws SourceException {
        KeyOpening opening = open(place, pin);
        assertThat(opening).isInstanceOf(KeyOpening.Opened.class);
        return ((KeyOpening.Opened) opening).ring();
    }

    private static SigningKey chosen(KeyPlace place, String pin) throws SourceException {
        return ((KeyChoice.Chosen) ring(place, pin).choose(null, AT)).key();
    }

    private static KeyOpening open(KeyPlace place, String pin) throws SourceException {
        try (Pin secret = Pin.of(pin.toCharArray())) {
            return place.open(secret);
        }
    }
}
