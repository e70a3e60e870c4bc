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
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Obstacle.Kind;
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

    private static Preparation prepared(Policy policy, String identity, String note) {
        var act = new Act.SignOff("2026-11", "a".repeat(64), DRAW, 3, note);
        return SampleSignOff.prepare(Path.of("/w"), policy, act, identity, TestAuthority.NOW);
    }

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
            SigningRequest request =
                    ((Preparation.Ready)
                                    prepared(
                                            DefaultPolicy.get(),
                                            " " + SignedRun.APPROVER + " ",
                                            "all looked at"))
                            .request();
            record =
                    Signing.sign(
                                    request,
                                    ((KeyChoice.Chosen) choice).key(),
                                    new CmsSigner(Randomness.system(), RsaPadding.PKCS1))
                            .draft()
                            .placedAfter(request.head());
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
    void whatStandsAgainstItIsSaidBeforeAKeyIsAskedFor() {
        Policy anybody = DefaultPolicy.get();
        assertThat(kinds(prepared(anybody, SignedRun.APPROVER, "Bearer abc")))
                .containsExactly(Kind.LOOKS_SECRET);
        assertThat(kinds(prepared(anybody, " ", "fine"))).containsExactly(Kind.NO_IDENTITY);
        Policy listed =
                WhoMayActTest.with(new Identity("bob@example.com", "Bob", List.of("approver")));
        assertThat(kinds(prepared(listed, "bob@example.com", "fine")))
                .containsExactly(Kind.NOBODY_ELIGIBLE, Kind.NO_ROLE);
    }

    private static List<Kind> kinds(Preparation prepared) {
        return ((Preparation.Refused) prepared).obstacles().stream().map(Obstacle::kind).toList();
    }

    @Test
    void isNoActInTheLogOfARun() {
        assertThat(ActKind.of("sample_signed_off")).isNull();
    }
}
