// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.FROM;
import static dev.countersign.core.testkit.TestAuthority.NOW;
import static dev.countersign.core.testkit.TestAuthority.UNTIL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.assertj.core.api.Assertions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/** What is in a file of keys, and every reason why one of them does not sign. */
class KeyPlaceTest {
    private static final String PIN = "gehéim";
    private static final Wish ANN = Wish.person("Ann", "ann@example.com");

    private final TestAuthority root = TestAuthority.root("Root");

    @TempDir Path folder;

    @Test
    void anEntrySaysWhoseItIs() throws Exception {
        SigningKey key = chosen(open(root.intermediate("Sub").issue(ANN, "P-256")), "key");
        assertThat(key.alias()).isEqualTo("key");
        assertThat(key.place()).isEqualTo(folder.resolve("key.p12"));
        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.EC_P256);
        assertThat(key.protection()).isEqualTo(SigningKey.Protection.PIN);
        assertThat(key.chain())
                .extracting(c -> c.names().shown())
                .containsExactly("Ann <ann@example.com>", "Sub");
        assertThat(key).hasToString("SigningKey[key, CN=Ann]");
    }

    @Test
    void aWrongPinIsNamed() throws Exception {
        Path file = root.issue(ANN, "P-256").pkcs12(folder.resolve("key.p12"), PIN);
        assertRefused(open(file, "geheim"), "The PIN is wrong: enter it again.");
        assertRefused(open(file, ""), "The PIN is wrong: enter it again.");
    }

    @Test
    void aFileWithoutAKeyIsNamed() throws Exception {
        Path file = store(KeyStore.getInstance("PKCS12"), folder.resolve("none.p12"));
        assertRefused(
                open(file, PIN),
                "There is no private key in it: choose the file or token that holds the key.");
    }

    @Test
    void amongSeveralKeysOneIsNamed() throws Exception {
        KeyRing ring = opened(open(severalKeys(), PIN));
        assertThat(ring.entries()).extracting(KeyEntry::alias).containsExactly("ann", "bob");
        assertRefused(
                ring.choose(null, NOW), "There are several keys in it: name one of ann, bob.");
        assertRefused(ring.choose("eve", NOW), "It has no key \"eve\". Its keys: ann, bob.");
        assertThat(chosen(ring, "bob").certificate().names().cn()).isEqualTo("Bob");
    }

    @Test
    void theOnlyOneOfSeveralThatSignsNeedsNoName() throws Exception {
        KeyRing ring = opened(open(severalKeys(), PIN));
        // Bob's has run out
        assertThat(((KeyChoice.Chosen) ring.choose(null, UNTIL.plusSeconds(1))).key().alias())
                .isEqualTo("ann");
    }

    @Test
    void aKeyThatIsNotOfItsCertificateIsNamed() throws Exception {
        Holder ann = root.issue(ANN, "P-256");
        Holder mixed = new Holder(TestAuthority.keyPair("P-256").getPrivate(), ann.chain());
        assertUnusable(
                mixed,
                "The key \"key\" does not belong to the certificate of Ann <ann@example.com>:"
                        + " choose the one that does.");
        Holder otherKind = new Holder(TestAuthority.keyPair("RSA-2048").getPrivate(), ann.chain());
        assertUnusable(
                otherKind,
                "The key \"key\" does not belong to the certificate of Ann <ann@example.com>:"
                        + " choose the one that does.");
    }

    @Test
    void aShortRsaKeyIsNamed() throws Exception {
        assertUnusable(
                root.issue(ANN, "RSA-1024"),
                "The key \"key\" is RSA of 1024 bits: use one of at least 2048.");
    }

    @Test
    void anotherCurveIsNamed() throws Exception {
        assertUnusable(
                root.issue(ANN, "P-521"),
                "The key \"key\" is of a kind that is not supported (EC, curve 1.3.132.0.35): use"
                        + " RSA, EC P-256 or P-384, or Ed25519.");
    }

    @Test
    void anExpiredCertificateIsNamed() throws Exception {
        assertUnusable(
                root.issue(ANN.valid(FROM, NOW.minusSeconds(1)), "P-256"),
                "The certificate of Ann <ann@example.com> expired at 2026-12-01T11:59:59Z: ask for"
                        + " a new one.");
    }

    @Test
    void aCertificateThatIsNotValidYetIsNamed() throws Exception {
        assertUnusable(
                root.issue(ANN.valid(NOW.plusSeconds(1), UNTIL), "P-256"),
                "The certificate of Ann <ann@example.com> is not valid before"
                        + " 2026-12-01T12:00:01Z: wait, or check this computer's clock.");
    }

    @Test
    void aWrongUsageIsNamed() throws Exception {
        assertUnusable(
                root.issue(ANN.usage(KeyUsage.keyEncipherment | KeyUsage.keyAgreement), "P-256"),
                "The certificate of Ann <ann@example.com> is not for signing, but for"
                        + " keyEncipherment, keyAgreement: use one for a person, with"
                        + " digitalSignature or nonRepudiation.");
        assertUnusable(
                root.issue(ANN.usage(0).purposes(KeyPurposeId.id_kp_serverAuth), "P-256"),
                "The certificate of Ann <ann@example.com> is not for signing, but for serverAuth:"
                        + " use one for a person, with digitalSignature or nonRepudiation.");
        assertUnusable(
                root.issue(
                        ANN.usage(KeyUsage.digitalSignature)
                                .purposes(KeyPurposeId.id_kp_serverAuth),
                        "P-256"),
                "The certificate of Ann <ann@example.com> is not for signing, but for serverAuth:"
                        + " use one for a person, with digitalSignature or nonRepudiation.");
    }

    @Test
    void oneOfTheTwoUsagesIsEnough() throws Exception {
        for (int usage : List.of(KeyUsage.digitalSignature, KeyUsage.nonRepudiation, 0)) {
            assertThat(open(root.issue(ANN.usage(usage), "P-256")).choose(null, NOW))
                    .isInstanceOf(KeyChoice.Chosen.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "\u0030\u0003\u0002\u0001\u0003"})
    void whatIsNoPkcs12IsNamed(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("noise.p12"), content);
        var refused = (KeyOpening.Refused) open(file, PIN);
        assertThat(refused.problem()).isInstanceOf(KeyProblem.Damaged.class);
        assertThat(refused.problem().message()).startsWith("It cannot be read as a key (");
    }

    @Test
    void aMissingFileIsTheEnvironments() {
        Assertions.assertThatThrownBy(() -> open(folder.resolve("gone.p12"), PIN))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("gone.p12");
    }

    /** Damage is named, or without effect; it is never an exception. */
    @Test
    void noDamageIsAnException() throws Exception {
        Path file = root.issue(ANN, "P-256").pkcs12(folder.resolve("key.p12"), PIN);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i += 37) {
            byte[] bad = good.clone();
            bad[i] ^= 0x41;
            Files.write(file, bad);
            assertThat(open(file, PIN)).isNotNull();
        }
    }

    private KeyRing open(Holder holder) throws SourceException {
        return opened(open(holder.pkcs12(folder.resolve("key.p12"), PIN), PIN));
    }

    private static KeyOpening open(Path file, String pin) throws SourceException {
        try (Pin secret = Pin.of(pin.toCharArray())) {
            return new KeyPlace.Pkcs12(file).open(secret);
        }
    }

    private static KeyRing opened(KeyOpening opening) {
        return ((KeyOpening.Opened) opening).ring();
    }

    private static SigningKey chosen(KeyRing ring, String alias) {
        return ((KeyChoice.Chosen) ring.choose(alias, NOW)).key();
    }

    private void assertUnusable(Holder holder, String sentence) throws Exception {
        assertRefused(open(holder).choose(null, NOW), sentence);
    }

    private static void assertRefused(KeyOpening opening, String sentence) {
        assertThat(((KeyOpening.Refused) opening).problem().message()).isEqualTo(sentence);
    }

    private static void assertRefused(KeyChoice choice, String sentence) {
        assertThat(((KeyChoice.Refused) choice).problem().message()).isEqualTo(sentence);
    }

    private Path severalKeys() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        put(store, "ann", root.issue(ANN.valid(FROM, UNTIL.plusSeconds(10)), "P-256"));
        put(store, "bob", root.issue(Wish.person("Bob", "bob@example.com"), "P-256"));
        return write(store, folder.resolve("several.p12"));
    }

    private static void put(KeyStore store, String alias, Holder holder) throws Exception {
        store.setKeyEntry(
                alias,
                holder.key(),
                PIN.toCharArray(),
                holder.chain().toArray(new X509Certificate[0]));
    }

    private static Path store(KeyStore store, Path file) throws Exception {
        store.load(null, null);
        return write(store, file);
    }

    private static Path write(KeyStore store, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PIN.toCharArray());
        }
        return file;
    }
}
