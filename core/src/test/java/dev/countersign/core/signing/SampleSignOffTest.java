// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** That a sample was observed, signed for the ledger. */
class SampleSignOffTest {
    private static final String DRAW = "d".repeat(64);
    private static final SampleSignOff ACT =
            new SampleSignOff("2026-11", "a".repeat(64), DRAW, 3, "all looked at");

    @TempDir Path folder;
    private JsonObject record = JsonValue.object().build();

    @BeforeEach
    void signed() throws Exception {
        Path keys = folder.resolve("keys.p12");
        TestAuthority.root("Root")
                .issue(Wish.person("Ann", SignedRun.APPROVER), "P-256")
                .pkcs12(keys, "geheim");
        try (Pin pin = Pin.of("geheim".toCharArray());
                KeyRing ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(keys).open(pin)).ring()) {
            KeyChoice choice = ring.choose(null, TestAuthority.NOW);
            record =
                    ACT.signed(
                            SignedRun.APPROVER,
                            DefaultPolicy.get(),
                            ((KeyChoice.Chosen) choice).key(),
                            new CmsSigner(Randomness.system(), RsaPadding.PKCS1),
                            TestAuthority.NOW);
        }
    }

    private static ActVerdict verdict(JsonObject record, String draw) throws Exception {
        return new ActVerifier(DefaultPolicy.get(), TrustPlace.nowhere())
                .verify(7, ActKind.SAMPLE_SIGN_OFF, record, ActPlace.ofResults(draw, "auditor"));
    }

    @Test
    void isARecordThatVerifies() throws Exception {
        assertThat(record.members())
                .extracting(Member::key)
                .containsExactly(
                        "ts",
                        "event",
                        "prev",
                        "signed_off_by",
                        "period",
                        "population_sha256",
                        "observed",
                        "role",
                        "rationale",
                        "reviewed_head",
                        "signature");
        assertThat(verdict(record, DRAW).signed()).isInstanceOf(Judgement.Held.class);
        assertThat(verdict(record, DRAW).person()).isEqualTo(SignedRun.APPROVER);
        assertThat(verdict(record, "e".repeat(64)).signed())
                .as("of another draw")
                .isInstanceOf(Judgement.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"signed_off_by", "period", "population_sha256", "observed", "rationale"})
    void whatIsChangedAfterwardsIsSeen(String key) throws Exception {
        List<Member> members =
                record.members().stream()
                        .map(one ->
                                one.key().equals(key)
                                        ? new Member(key, JsonValue.of("2026-12"))
                                        : one)
                        .toList();
        assertThat(verdict(new JsonObject(members), DRAW).signed())
                .isInstanceOf(Judgement.Failed.class);
    }

    @Test
    void aNoteThatLooksSecretDoesNotFit() {
        assertThat(ACT.fits()).isTrue();
        assertThat(new SampleSignOff("2026-11", "", DRAW, 1, "Bearer abc").fits()).isFalse();
    }

    @Test
    void isNoActInTheLogOfARun() {
        assertThat(ActKind.of("sample_signed_off")).isNull();
    }
}
