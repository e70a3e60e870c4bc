// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/// Signs records for tests, with a key that nobody here trusts or distrusts.
final class Notary {
    static final TestAuthority ROOT = TestAuthority.root("Root");

    private Notary() {}

    /// What stands for the signature of a record.
    static String sign(JsonObject record, String runId, Map<String, String> artifacts)
            throws IOException, SourceException {
        ActKind kind = Objects.requireNonNull(ActKind.of(record.string("event")));
        byte[] statement = ActStatement.of(kind, record, runId, artifacts).bytes();
        Path file = Files.createTempFile("notary", ".p12");
        try (Pin pin = Pin.of("geheim".toCharArray())) {
            ROOT.issue(Wish.person("Carol", "c.owner"), "P-256").pkcs12(file, "geheim");
            try (KeyRing ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(file).open(pin)).ring()) {
                KeyChoice choice = ring.choose(null, TestAuthority.NOW);
                assertThat(choice).isInstanceOf(KeyChoice.Chosen.class);
                Octets cms =
                        new CmsSigner(Randomness.system(), RsaPadding.PKCS1)
                                .sign(
                                        Octets.of(statement),
                                        ((KeyChoice.Chosen) choice).key(),
                                        TestAuthority.NOW);
                return Base64.getEncoder().encodeToString(cms.toArray());
            }
        } finally {
            Files.delete(file);
        }
    }
}
