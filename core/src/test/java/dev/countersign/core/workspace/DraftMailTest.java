// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

class DraftMailTest {
    private static final Instant DATE = Instant.parse("2026-11-21T09:05:00Z");

    @Test
    void isAMessageThatMailProgramsOpenForEditing() {
        var mail = new DraftMail(List.of("process owner", "audit"), "SEV-3", DATE, "f-1", "a\nü\n");
        assertThat(mail.text())
                .isEqualTo(
                        """
                        X-Unsent: 1
                        Date: Sat, 21 Nov 2026 09:05:00 +0000
                        Message-ID: <f-1@countersign.invalid>
                        To: "process owner":;,
                         "audit":;
                        Subject: SEV-3
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: base64

                        YQ0Kw7wNCg==
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void aLineBreakInARunMakesNoHeader() {
        assertThat(DraftMail.words("x\r\nBcc: thief@example.org"))
                .isEqualTo("x  Bcc: thief@example.org");
        assertThat(DraftMail.words("a\u2028b\u0000c\u0085d")).isEqualTo("a b c d");
    }

    @Test
    void aLineBreakInARunMakesNoLineOfTheText(@TempDir Path temp) throws Exception {
        Outbox outbox = new Outbox(temp);
        String run = "r\r\nBcc: a@b\r\n\r\nSeverity: \u202eSEV-4";
        JsonObject evidence = JsonValue.object().with("faults", 1).build();
        var finding =
                new Finding(FindingKind.CHAIN_BROKEN, 1, run, "", DATE, null, null, null, evidence);
        var whom = new Policy.Escalation(List.of("audit"), "at once\nHead of the chain: x");
        outbox.escalate(finding, whom, DATE);
        String mail = Files.readString(temp.resolve(finding.id() + ".eml"));
        String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        Severity: SEV-1
                        Finding: chain broken (ID)
                        Run: r  Bcc: a@b    Severity: \ufffdSEV-4
                        Since: 2026-11-21T09:05:00Z
                        Due: at once Head of the chain: x
                        Head of the chain: none

                        Evidence (also in ID.json):
                        {"faults": 1}
                        """
                                .replace("ID", finding.id())
                                .replace("\n", "\r\n"));
    }

    @Test
    void whatIsNotAsciiIsEncoded() {
        assertThat(DraftMail.words("Prüfung")).isEqualTo("=?UTF-8?B?UHLDvGZ1bmc=?=");
    }

    @Test
    void whatLooksEncodedIsEncodedAgain() {
        assertThat(DraftMail.words("=?UTF-8?Q?Bcc?="))
                .isEqualTo("=?UTF-8?B?PT9VVEYtOD9RP0JjYz89?=");
    }

    @Test
    void aLongOneIsFoldedBetweenCharacters() {
        assertThat(DraftMail.words("😀".repeat(12)).split("\r\n "))
                .containsExactly(
                        "=?UTF-8?B?8J+YgPCfmIDwn5iA8J+YgPCfmIDwn5iA8J+YgPCfmIDwn5iA8J+YgPCfmIA=?=",
                        "=?UTF-8?B?8J+YgA==?=");
    }

    @Test
    void aQuoteInANameStaysInIt() {
        var mail = new DraftMail(List.of("a\", <x@y.z>; \""), "s", DATE, "f-1", "");
        assertThat(mail.text()).contains("To: \"a\\\", <x@y.z>; \\\"\":;\r\n");
    }
}
