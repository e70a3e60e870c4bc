// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

class CertificateTest {
    private final TestAuthority root = TestAuthority.root("Root");

    @Test
    void itsNamesAreThoseOfSubjectAndAlternativeName() throws Exception {
        var wish =
                Wish.person("Ann", "ann@example.com")
                        .subject("C=XX,O=Desk,UID=ann7,E=a@example.org,CN=Ann");
        X509Certificate x509 = root.issue(wish, "P-256").certificate();
        Certificate certificate = Certificate.read(Octets.of(x509.getEncoded())).orElseThrow();
        CertificateNames names = certificate.names();
        assertThat(names)
                .isEqualTo(
                        new CertificateNames(
                                "CN=Ann,EMAILADDRESS=a@example.org,UID=ann7,O=Desk,C=XX",
                                "CN=Root",
                                "Ann",
                                List.of("ann@example.com", "a@example.org"),
                                List.of("ann7"),
                                "64",
                                Digests.sha256(x509.getEncoded()).hex()));
        assertThat(names.shown()).isEqualTo("Ann <ann@example.com>");
        assertThat(names.identities()).containsExactly("ann@example.com", "a@example.org", "ann7");
    }

    @Test
    void withoutANameTheSubjectIsShown() {
        var names = new CertificateNames("O=Desk", "O=Desk", null, List.of(), List.of(), "1", "00");
        assertThat(names.shown()).isEqualTo("O=Desk");
        assertThat(names.identities()).isEmpty();
    }

    @Test
    void whatIsNoCertificateIsNone() throws Exception {
        assertThat(Certificate.read(Octets.utf8("nothing"))).isEmpty();
        byte[] der = root.certificate().getEncoded();
        byte[] longer = Arrays.copyOf(der, der.length + 1);
        assertThat(Certificate.read(Octets.of(longer))).isEmpty();
    }

    @Test
    void aPemFileOfItIsReadBack() {
        Certificate certificate = Certificate.of(root.certificate());
        assertThat(certificate.pem())
                .startsWith("-----BEGIN CERTIFICATE-----\nMII")
                .endsWith("\n-----END CERTIFICATE-----\n");
    }

    @Test
    void aPinIsWipedAndPrintsAsNothing() {
        char[] typed = "geheim".toCharArray();
        Pin pin = Pin.of(typed);
        typed[0] = 'x';
        char[] held = pin.reveal();
        assertThat(held).containsExactly('g', 'e', 'h', 'e', 'i', 'm');
        assertThat(pin).hasToString("Pin[hidden]");
        pin.close();
        assertThat(held).containsOnly('\0');
        assertThatIllegalStateException().isThrownBy(pin::reveal);
    }

    @Test
    void aPinInAFileIsItsFirstAndOnlyLine() {
        for (String file : List.of("gehéim", "gehéim\n", "gehéim\r\n")) {
            Pin pin = Pin.ofFile(file.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(pin.reveal())).isEqualTo("gehéim");
        }
    }

    @Test
    void onlyOneSpellingOfBase64IsTaken() {
        Octets octets = Octets.of(new byte[] {1, 2, 3, 4});
        assertThat(Octets.ofBase64("AQIDBA==")).contains(octets);
        for (String other : List.of("AQIDBA", "AQIDBA=", "AQIDBB==", "AQID\nBA==", "AQ-_", "*")) {
            assertThat(Octets.ofBase64(other)).as(other).isEmpty();
        }
    }
}
