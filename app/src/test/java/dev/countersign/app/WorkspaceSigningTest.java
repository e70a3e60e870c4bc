// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.feature.findings.FindingEntry;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.testkit.Policies;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/// Findings that no log can take, disposed of at the window's desk.
class WorkspaceSigningTest {
    private static final String RUN = "change-approval-241bf6287b12";
    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "samples");
    private static final Instant NOVEMBER = Instant.parse("2026-11-21T05:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-02-20T05:00:00Z");

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();
    @TempDir Path elsewhere;

    private Instant now = NOVEMBER;
    private TestAuthority root;
    private WorkspaceAccess access;
    private WorkspaceSigning desk;

    @BeforeEach
    void open() throws Exception {
        root = TestAuthority.root("Root");
        TestAuthority.pem(
                Files.createDirectory(folder.resolve("trust")).resolve("root.pem"),
                root.certificate());
        Files.writeString(
                folder.resolve("policy.json"),
                Policies.knowing(
                        Policies.identity("ann@example.com", "Ann", "control owner"),
                        Policies.identity("bo", "Bo", "approver")));
        Folders.copy(SAMPLES.resolve(RUN), folder.resolve("runs").resolve(RUN));
        access = desks.on(folder.resolve("user"), () -> now);
        var _ = access.open(folder);
        var runs = new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
        desk =
                new WorkspaceSigning(
                        runs,
                        access,
                        new Stamps(address -> Optional.empty(), Randomness.system()),
                        new CmsSigner(Randomness.system(), RsaPadding.PKCS1));
        var _ = new WorkspaceFindings(access).read(); // looks while the month is not over
    }

    private FindingEntry found(FindingKind kind) throws SourceException {
        return new WorkspaceFindings(access)
                .read().findings().stream()
                        .filter(entry -> entry.finding().kind() == kind)
                        .findFirst()
                        .orElseThrow();
    }

    private SignEnd dispose(SignSubject about, String id, TestAuthority issuer, String who)
            throws Exception {
        Path key = folder.resolve(who + ".p12");
        issuer.issue(Wish.person(who, who), "P-256").pkcs12(key, "geheim");
        var order =
                new SignOrder(
                        about,
                        new Act.Dispose(id, "known", null, ""),
                        who,
                        new KeySource.File(key),
                        null,
                        "");
        return desk.sign(order, Pin.of("geheim".toCharArray()));
    }

    @Test
    void aKeyFileIsOpenOrNot() throws Exception {
        Path closed = folder.resolve("ann.p12");
        root.issue(Wish.person("Ann", "ann@example.com"), "P-256").pkcs12(closed, "geheim");
        Path open = folder.resolve("ann.pem");
        byte[] key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
        Files.writeString(
                open,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        assertThat(desk.liesOpen(new KeySource.File(closed))).isFalse();
        assertThat(desk.liesOpen(new KeySource.File(open))).isTrue();
        var missing = new KeySource.File(folder.resolve("missing.p12"));
        assertThatThrownBy(() -> desk.liesOpen(missing)).isInstanceOf(SourceException.class);
    }

    private void closes(FindingKind kind) throws Exception {
        FindingEntry open = found(kind);
        assertThat(open.state()).isEqualTo(FindingState.OPEN);
        SignSubject about = desk.about(open.finding().id());
        assertThat(about).isInstanceOf(SignSubject.OfFinding.class);
        var end = dispose(about, open.finding().id(), root, "ann@example.com");
        assertThat(end)
                .isInstanceOfSatisfying(
                        SignEnd.Recorded.class,
                        recorded -> {
                            var act = Objects.requireNonNull(recorded.act());
                            assertThat(act.signed()).isEqualTo(new Judgement.Held());
                            assertThat(act.trusted()).isEqualTo(new Judgement.Held());
                            assertThat(act.allowed()).isEqualTo(new Judgement.Held());
                        });
        FindingEntry closed = found(kind);
        assertThat(closed.state()).isEqualTo(FindingState.CLOSED);
        assertThat(Objects.requireNonNull(closed.disposition()).person())
                .isEqualTo("ann@example.com");
    }

    @Test
    void aMonthThatNobodySampled() throws Exception {
        now = FEBRUARY;
        closes(FindingKind.BREACHED_POPULATION);
    }

    @Test
    void aRunThatIsGone() throws Exception {
        Path run = folder.resolve("runs").resolve(RUN);
        Files.move(run, folder.resolve("aside"));
        access.wrote(run);
        assertThat(found(FindingKind.RUN_VANISHED).run()).isNull();
        closes(FindingKind.RUN_VANISHED);
    }

    @Test
    void whoMayNotIsRefusedAndLedgered() throws Exception {
        now = FEBRUARY;
        String id = found(FindingKind.BREACHED_POPULATION).finding().id();
        assertThat(dispose(desk.about(id), id, root, "bo"))
                .isInstanceOfSatisfying(
                        SignEnd.Obstructed.class,
                        end ->
                                assertThat(end.obstacles())
                                        .extracting(Obstacle::sentence)
                                        .containsExactly(
                                                "bo does not have the role \"control owner\":"
                                                        + " theirs is approver."));
        assertThat(new WorkspaceLedger(access).latest(9).rows().getFirst().action())
                .isEqualTo("denied");
    }

    @Test
    void whoIsNotTrustedHearsItBeforeAnythingIsRecorded() throws Exception {
        now = FEBRUARY;
        String id = found(FindingKind.BREACHED_POPULATION).finding().id();
        SignSubject about = desk.about(id);
        SignEnd end = dispose(about, id, TestAuthority.root("Other"), "ann@example.com");
        assertThat(end).isInstanceOf(SignEnd.Untrusted.class);
        assertThat(found(FindingKind.BREACHED_POPULATION).state()).isEqualTo(FindingState.OPEN);
    }

    @Test
    void anotherWorkspaceTakesNothing() throws Exception {
        now = FEBRUARY;
        String id = found(FindingKind.BREACHED_POPULATION).finding().id();
        SignSubject about = desk.about(id);
        var _ = access.open(elsewhere);
        assertThatThrownBy(() -> dispose(about, id, root, "ann@example.com"))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder + " is no longer the workspace that is open.");
        assertThatThrownBy(() -> desk.about(id))
                .hasMessageEndingWith(" has no finding " + id + ".");
    }
}
