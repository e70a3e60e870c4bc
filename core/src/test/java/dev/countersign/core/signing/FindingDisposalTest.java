// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunCopy;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.testkit.Policies;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.SeenRuns;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Findings that no log of a run can dispose of, and their signed disposition in the ledger.
class FindingDisposalTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-10T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-02-10T09:00:00Z");
    private static final String ANN = "ann@example.com";
    private static final Actor DESK = new Actor("ann", Actor.Type.USER);

    private @TempDir Path folder;
    private SignedRun run;
    private Holder ann;

    @BeforeEach
    void workspace() throws Exception {
        run = SignedRun.of(SignedRun.WAITING, Files.createDirectory(folder.resolve("runs")));
        ann = run.root.issue(Wish.person("Ann", ANN), "P-256");
        TestAuthority.pem(
                Files.createDirectory(folder.resolve("trust")).resolve("root.pem"),
                run.root.certificate());
        policy("control owner");
        // looks once before the month is over, so that it answers for it
        try (Workspace workspace = open(DECEMBER)) {
            workspace.scan(Progress.NONE, Cancellation.NEVER);
        }
    }

    private void policy(String role) throws Exception {
        Files.writeString(
                folder.resolve("policy.json"),
                Policies.knowing(Policies.identity("ann@example.com", "Ann", role)));
    }

    private Workspace open(Instant now) throws Exception {
        return Workspace.open(
                new WorkspaceFolder(folder),
                new Desk(
                        Runnable::run,
                        1,
                        InstantSource.fixed(now),
                        Duration.ZERO,
                        UUID::randomUUID));
    }

    private record Seen(Finding finding, FindingState state) {}

    private Seen see(FindingKind kind) throws Exception {
        try (Workspace workspace = open(FEBRUARY)) {
            workspace.scan(Progress.NONE, Cancellation.NEVER);
            workspace.raise();
            Overview overview = workspace.overview();
            for (Finding finding : overview.findings(FEBRUARY)) {
                if (finding.kind() == kind) {
                    return new Seen(
                            finding, overview.states(List.of(finding), FEBRUARY).getFirst());
                }
            }
            throw new AssertionError(kind + " was not found");
        }
    }

    private Preparation prepare(Finding finding, String identity, String disposition)
            throws Exception {
        try (Workspace workspace = open(FEBRUARY)) {
            return FindingDisposal.prepare(
                    folder,
                    finding.facts(),
                    workspace.policy(),
                    new Act.Dispose(finding.id(), disposition, null, "known"),
                    identity,
                    SignedRun.AT);
        }
    }

    private LedgerEntry signed(Finding finding) throws Exception {
        Preparation.Ready ready = (Preparation.Ready) prepare(finding, ANN, "accepted");
        SignedEntry entry = run.sign(ready.request(), ann);
        return new ActEntries(DESK).disposed(finding.facts(), entry, "ann.p12");
    }

    private void put(LedgerEntry entry) throws Exception {
        try (Workspace workspace = open(FEBRUARY)) {
            workspace.ledger().append(entry);
            assertThat(workspace.ledger().verifyAll(null).verdict()).isEqualTo(Verdict.INTACT);
        }
    }

    private void closes(FindingKind kind) throws Exception {
        Seen open = see(kind);
        assertThat(open.state()).isEqualTo(FindingState.OPEN);
        put(signed(open.finding()));
        assertThat(see(kind)).isEqualTo(new Seen(open.finding(), FindingState.CLOSED));
    }

    private void breakChain() throws Exception {
        String log = Files.readString(run.log());
        Files.writeString(run.log(), log.replaceFirst("map_controls", "map_contrals"));
    }

    private boolean inLedger() throws Exception {
        try (Workspace workspace = open(FEBRUARY)) {
            Policy policy = workspace.policy();
            return FindingDisposal.inLedger(
                    run.read(), policy, new Act.Dispose("f", "accepted", null, ""));
        }
    }

    @Test
    void ofABrokenChain() throws Exception {
        assertThat(inLedger()).isFalse();
        breakChain();
        assertThat(inLedger()).isTrue();
        closes(FindingKind.CHAIN_BROKEN);
    }

    @Test
    void ofALogThatIsGone() throws Exception {
        Files.delete(run.log());
        assertThat(inLedger()).isTrue();
        closes(FindingKind.LOG_SHORTENED);
    }

    @Test
    void ofAMonth() throws Exception {
        closes(FindingKind.BREACHED_POPULATION);
    }

    @Test
    void anArtifactThatIsLostKeepsItOutOfTheLogToo() throws Exception {
        Files.delete(run.directory.resolve("artifacts/approval_request.json"));
        assertThat(inLedger()).isTrue();
        closes(FindingKind.ARTIFACT_MISSING);
    }

    /// A rejection that lets the producer go on waits for somebody whatever the run's status is,
    /// until it is disposed of; where the log takes no disposition, the ledger does.
    @Test
    void whatIsDisposedOfHereWaitsNoLonger() throws Exception {
        RunCopy refused =
                RunCopy.of(SignedRun.WAITING, Files.createDirectory(folder.resolve("other")));
        refused.append(
                "{\"event\": \"approval_recorded\", \"key\": \"change_approval\", \"approver\":"
                        + " \"a.singh\", \"decision\": \"rejected\"}");
        Files.copy(refused.log(), run.log(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(run.directory.resolve("artifacts/approval_request.json"));
        Finding finding = see(FindingKind.REJECTION_LETS_GO_ON).finding();
        assertThat(waiting()).containsExactly(finding.runId() + " SEV-1 platform owner");
        LedgerEntry entry = signed(finding);
        put(altered(entry, "rationale", "other"));
        assertThat(waiting()).containsExactly(finding.runId() + " SEV-1 platform owner");
        put(entry);
        assertThat(see(FindingKind.REJECTION_LETS_GO_ON).state()).isEqualTo(FindingState.CLOSED);
        assertThat(waiting()).isEmpty();
        policy("approver");
        assertThat(waiting()).containsExactly(finding.runId() + " SEV-1 platform owner");
    }

    private List<String> waiting() throws Exception {
        try (Workspace workspace = open(FEBRUARY)) {
            workspace.scan(Progress.NONE, Cancellation.NEVER);
            SeenRuns seen = workspace.seen();
            assertThat(workspace.runs()).isEqualTo(seen.runs());
            return ReviewQueue.of(seen.runs(), seen.lost(), seen.policy(), FEBRUARY).stream()
                    .map(item ->
                            item.run().runId()
                                    + " "
                                    + Severity.of(item, FEBRUARY)
                                    + " "
                                    + item.waitingFor())
                    .map(line -> line.replace("SEV_", "SEV-"))
                    .toList();
        }
    }

    @Test
    void onlyWhileItsSignerIsTrustedAndMay() throws Exception {
        breakChain();
        put(signed(see(FindingKind.CHAIN_BROKEN).finding()));
        Path anchor = folder.resolve("trust/root.pem");
        Path aside = Files.move(anchor, folder.resolve("aside.pem"));
        assertThat(see(FindingKind.CHAIN_BROKEN).state())
                .isEqualTo(FindingState.DISPOSED_NOT_VERIFIED);
        Files.move(aside, anchor);
        policy("approver");
        assertThat(see(FindingKind.CHAIN_BROKEN).state())
                .isEqualTo(FindingState.DISPOSED_NOT_VERIFIED);
        policy("control owner");
        assertThat(see(FindingKind.CHAIN_BROKEN).state()).isEqualTo(FindingState.CLOSED);
    }

    private static JsonObject with(JsonObject object, String key, JsonValue value) {
        ObjectBuilder other = JsonValue.object();
        for (Member member : object.members()) {
            other.with(member.key(), member.key().equals(key) ? value : member.value());
        }
        return other.build();
    }

    private static LedgerEntry altered(LedgerEntry entry, String key, String text) {
        JsonObject record = (JsonObject) Objects.requireNonNull(entry.details().get("record"));
        JsonObject other =
                record.get(key) == null
                        ? with(entry.details(), key, JsonValue.of(text))
                        : with(entry.details(), "record", with(record, key, JsonValue.of(text)));
        return entry.with(other);
    }

    @Test
    void whatWasAlteredDoesNotClose() throws Exception {
        breakChain();
        Finding broken = see(FindingKind.CHAIN_BROKEN).finding();
        LedgerEntry entry = signed(broken);
        for (String key : List.of("disposition", "rationale", "disposed_by", "prev", "subject")) {
            put(altered(entry, key, "other"));
            assertThat(see(FindingKind.CHAIN_BROKEN).state())
                    .as(key)
                    .isEqualTo(FindingState.DISPOSED_NOT_VERIFIED);
        }
    }

    /// Whoever may close one finding has not closed another by it.
    @Test
    void aSignatureIsAboutOneFinding() throws Exception {
        breakChain();
        LedgerEntry month = signed(see(FindingKind.BREACHED_POPULATION).finding());
        Finding broken = see(FindingKind.CHAIN_BROKEN).finding();
        LedgerEntry moved = altered(month, "finding", broken.id());
        put(
                altered(
                        altered(altered(moved, "kind", "chain_broken"), "run_id", broken.runId()),
                        "subject",
                        broken.subject()));
        assertThat(see(FindingKind.CHAIN_BROKEN).state())
                .isEqualTo(FindingState.DISPOSED_NOT_VERIFIED);
        assertThat(see(FindingKind.BREACHED_POPULATION).state()).isEqualTo(FindingState.OPEN);
    }

    @Test
    void unsignedItDoesNotClose() throws Exception {
        Finding month = see(FindingKind.BREACHED_POPULATION).finding();
        Preparation.Ready ready = (Preparation.Ready) prepare(month, ANN, "accepted");
        LedgerEntry entry = signed(month);
        SigningRequest request = ready.request();
        put(
                entry.with(
                        with(
                                entry.details(),
                                "record",
                                request.draft().placedAfter(request.head()))));
        assertThat(see(FindingKind.BREACHED_POPULATION).state())
                .isEqualTo(FindingState.DISPOSED_NOT_VERIFIED);
    }

    private void refused(Preparation preparation, Kind... kinds) {
        assertThat(((Preparation.Refused) preparation).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(kinds);
    }

    @Test
    void whatStandsAgainstIt() throws Exception {
        Finding month = see(FindingKind.BREACHED_POPULATION).finding();
        refused(prepare(month, "", "accepted"), Kind.NO_IDENTITY);
        refused(prepare(month, "eve@example.com", "accepted"), Kind.UNKNOWN_IDENTITY);
        refused(prepare(month, ANN, " "), Kind.NO_RATIONALE);
        refused(
                prepare(month, ANN, "Bearer abcdefghijklmnopqrstuvwxyz0123456789"),
                Kind.LOOKS_SECRET);
        breakChain();
        Finding broken = see(FindingKind.CHAIN_BROKEN).finding();
        assertThat(broken.author()).isEqualTo("p.diaz");
        refused(prepare(broken, "P.Diaz", "accepted"), Kind.IS_AUTHOR, Kind.UNKNOWN_IDENTITY);
        policy("approver");
        refused(prepare(month, ANN, "accepted"), Kind.NOBODY_ELIGIBLE, Kind.NO_ROLE);
    }
}
