// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.policy.PolicyWriter;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Who may act on a run. */
class WhoMayActTest extends WaitingRun {
    static Policy with(Identity... identities) {
        String text =
                PolicyWriter.write(DefaultPolicy.get())
                        .replace(
                                "\"identities\": null",
                                "\"identities\": [" + json(identities) + "]");
        return switch (PolicyReader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case PolicyReading.Valid(Policy policy) -> policy;
            case PolicyReading.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String json(Identity... identities) {
        return String.join(
                ", ",
                List.of(identities).stream()
                        .map(i ->
                                "{\"id\": \"%s\", \"name\": \"%s\", \"roles\": [%s]}"
                                        .formatted(
                                                i.id(),
                                                i.name(),
                                                i.roles().isEmpty()
                                                        ? ""
                                                        : "\"" + i.roles().getFirst() + "\""))
                        .toList());
    }

    @Test
    void nothingStandsAgainstAnIndependentPerson() throws Exception {
        SignedRun run = waiting();
        assertThat(run.obstacles(APPROVE, ANN)).isEmpty();
        assertThat(run.obstacles(REJECT, ANN)).isEmpty();
    }

    @Test
    void nobody() throws Exception {
        only(
                waiting().obstacles(APPROVE, null),
                Kind.NO_IDENTITY,
                "Say who signs: an e-mail address or user id.");
    }

    @Test
    void theAuthorInAnySpelling() throws Exception {
        only(
                waiting().obstacles(APPROVE, " P.DIAZ"),
                Kind.IS_AUTHOR,
                "P.DIAZ is the author: somebody independent has to approve it.");
    }

    @Test
    void theReviewer() throws Exception {
        only(
                waiting().obstacles(APPROVE, "ops.reviewer"),
                Kind.IS_REVIEWER,
                "ops.reviewer reviewed this run: policy wants somebody else to approve it.");
    }

    @Test
    void somebodyPolicyDoesNotKnow() throws Exception {
        Policy policy = with(new Identity("bob@example.com", "Bob", List.of("approver")));
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder, policy);
        only(
                run.obstacles(APPROVE, ANN),
                Kind.UNKNOWN_IDENTITY,
                "Policy default-1 does not know ann@example.com: its owner has to add them.");
    }

    @Test
    void somebodyWithoutTheRole() throws Exception {
        Policy policy =
                with(
                        new Identity(ANN, "Ann", List.of("control owner")),
                        new Identity("bob@example.com", "Bob", List.of("approver")));
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder, policy);
        only(
                run.obstacles(APPROVE, ANN),
                Kind.NO_ROLE,
                "ann@example.com does not have the role \"approver\": theirs is control owner.");
    }

    @Test
    void whereNobodyIsIndependent() throws Exception {
        Policy policy =
                with(
                        new Identity("p.diaz", "Diaz", List.of("approver")),
                        new Identity("ops.reviewer", "Ops", List.of("approver")));
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder, policy);
        assertThat(run.obstacles(APPROVE, ANN))
                .contains(
                        new Obstacle(
                                Kind.NOBODY_ELIGIBLE,
                                "Nobody whom policy default-1 knows may approve this as"
                                        + " \"approver\": its owner has to name somebody"
                                        + " independent."));
    }

    /// A run that is blocked because its author approved may be approved by somebody else.
    @Test
    void theAuthorsApprovalIsReplaced() throws Exception {
        SignedRun run = SignedRun.of("change-approval-e6c3a2e62f53", folder);
        assertThat(run.obstacles(APPROVE, ANN)).isEmpty();
        run.act(APPROVE, ANN);
        assertThat(run.read().status()).isEqualTo(RunStatus.APPROVED_PENDING_RESUME);
        assertThat(Files.readString(run.state())).contains("\"approver\": \"ann@example.com\"");
    }

    @Test
    void aRunWithoutAnAuthor() throws Exception {
        SignedRun run = waiting();
        Files.writeString(
                run.state(),
                Files.readString(run.state()).replaceFirst("\"author\": \"p.diaz\",\\s*", ""));
        assertThat(run.obstacles(APPROVE, ANN))
                .contains(
                        new Obstacle(
                                Kind.NO_AUTHOR,
                                "Nothing says who the author is, so nobody can be shown to be"
                                        + " somebody else."));
    }

    @Test
    void theCertificateOfSomebodyElse() throws Exception {
        Certificate anns = certificate(ANN);
        Policy listed = with(new Identity(ANN, "Ann", List.of("approver")));
        assertThat(Signing.certificate(anns, "ANN@example.com", listed)).isNull();
        assertThat(Signing.certificate(anns, "bob@example.com", DefaultPolicy.get())).isNull();
        assertThat(Signing.certificate(anns, "bob@example.com", listed))
                .isEqualTo(
                        new Obstacle(
                                Kind.OTHER_CERTIFICATE,
                                "The certificate is not that of bob@example.com: it names"
                                        + " ann@example.com."));
    }

    private static Certificate certificate(String mail) throws CertificateEncodingException {
        X509Certificate x509 =
                TestAuthority.root("Root").issue(Wish.person("Ann", mail), "P-256").certificate();
        return Certificate.read(Octets.of(x509.getEncoded())).orElseThrow();
    }
}
