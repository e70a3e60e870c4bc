// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Details;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "keystore_password",
                "dbpassword",
                "userPassword",
                "PIN",
                "pin",
                "userPin",
                "pin-code",
                "secret",
                "clientSecret",
                "token",
                "access_token",
                "tokens",
                "Authorization",
                "Proxy-Authorization",
                "Set-Cookie",
                "private key",
                "private_key",
                "privateKey",
                "API key",
                "apiKey",
                "x-api-key",
                "key_material",
                "passphrase",
                "credentials",
                "signing.key",
                "otp"
            })
    void theValueOfSuchAKeyIsTakenOut(String key) {
        assertThat(redacted("{\"" + key + "\": {\"a\": [1]}}"))
                .isEqualTo("{\"" + key + "\": \"[redacted]\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "approval_key",
                "keystore",
                "ping",
                "opinion",
                "secretary",
                "pinned",
                "authorship",
                "author",
                "keys",
                "public_key",
                "tokenizer",
                "",
                "head",
                "compass"
            })
    void otherKeysKeepTheirs(String key) {
        String text = "{\"" + key + "\": {\"a\": [1, \"x\"]}}";
        assertThat(redacted(text)).isEqualTo(text);
    }

    @Test
    void aKeyOrCredentialIsTakenOutWhateverItsKey() {
        assertThat(
                        redacted(
                                "{\"note\": \"-----BEGIN EC PRIVATE KEY-----\\nMHc\", \"header\":"
                                        + " \"Bearer abc.def\", \"list\": [\"basic QWxh\", \"basic"
                                        + " facts of it\"]}"))
                .isEqualTo(
                        "{\"note\": \"[redacted]\", \"header\": \"[redacted]\", \"list\":"
                                + " [\"[redacted]\", \"basic facts of it\"]}");
    }

    @Test
    void depthCostsNothing() {
        int depth = 50_000;
        String text = "{\"a\": ".repeat(depth) + "1" + "}".repeat(depth);
        assertThat(redacted(text))
                .isEqualTo(
                        "{\"a\": ".repeat(Redaction.DEEPEST)
                                + "\"[too deep]\""
                                + "}".repeat(Redaction.DEEPEST));
    }

    @Test
    void emptyContainersAndOrderStay() {
        String text = "{\"z\": {}, \"a\": [], \"m\": [[], {}], \"z\": null}";
        assertThat(redacted(text)).isEqualTo(text);
    }

    private static String redacted(String text) {
        return Redaction.of(Details.parse(text)).text();
    }
}
