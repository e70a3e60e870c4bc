// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Described;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.TestAuthority;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was signed elsewhere, and its way into the log.
class ResponseTest {
    private static final Act APPROVE = new Act.Approve(null, "fine");

    private @TempDir Path folder;
    private SignedRun run;
    private Response response;

    @BeforeEach
    void sign() throws Exception {
        run = SignedRun.of(SignedRun.WAITING, folder);
        response = Response.of(run.sign(APPROVE, SignedRun.APPROVER, "Ed25519"));
    }

    private List<Kind> obstacles(Response carried, TrustPlace trust) throws Exception {
        return new ResponseImport(carried, run.read(), DefaultPolicy.get())
                .obstacles(new ActVerifier(DefaultPolicy.get(), trust)).stream()
                        .map(Obstacle::kind)
                        .toList();
    }

    private Response with(String key, String value) {
        List<Member> members = new ArrayList<>();
        for (Member member : response.record().members()) {
            members.add(member.key().equals(key) ? new Member(key, JsonValue.of(value)) : member);
        }
        return new Response(response.runId(), response.head(), new JsonObject(members))
                .stamped(response.cms().orElseThrow());
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        Path file = folder.resolve("response.json");
        response.write(file);
        assertThat(Response.read(file)).isEqualTo(new Described.Is<>(response));
    }

    @Test
    void isKnownByItsBeginning() throws Exception {
        Path file = folder.resolve("response.json");
        response.write(file);
        assertThat(Response.begins(file)).isTrue();
        Path other = folder.resolve("other.json");
        for (String text :
                List.of(
                        " \n{ \"format\" :\t\"countersign/response/v1\", torn",
                        "{\"format\":\"countersign/response/v1\"")) {
            Files.writeString(other, text);
            assertThat(Response.begins(other)).as(text).isTrue();
        }
        for (String text :
                List.of(
                        "",
                        "{",
                        "{\"format\": \"countersign/response/v10\"}",
                        "{\"run_id\": \"x\", \"format\": \"countersign/response/v1\"}",
                        " ".repeat(300) + "{\"format\": \"countersign/response/v1\"}",
                        "{\"ts\": \"2026-01-01T00:00:00+00:00\", \"event\": \"run_started\"}")) {
            Files.writeString(other, text);
            assertThat(Response.begins(other)).as(text).isFalse();
        }
        assertThatThrownBy(() -> Response.begins(folder.resolve("none.json")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void whatIsNoResponseIsSaid() throws Exception {
        Path file = folder.resolve("response.json");
        String needs =
                "is no response: it needs \"format\": \"countersign/response/v1\", run_id, head and"
                        + " record";
        Files.writeString(file, "{\"format\": \"countersign/response/v1\",");
        assertThat(Response.read(file))
                .isEqualTo(
                        new Described.IsNot<>(
                                "is not JSON (ends early at byte 37): give the response file as it"
                                        + " was written"));
        for (String text :
                List.of(
                        "[]",
                        "{\"format\": \"x\", \"run_id\": \"r\", \"head\": \"h\", \"record\": {}}",
                        "{\"format\": \"countersign/response/v1\", \"head\": \"h\", \"record\":"
                                + " {}}",
                        "{\"format\": \"countersign/response/v1\", \"run_id\": \"r\", \"head\": 1,"
                                + " \"record\": {}}",
                        "{\"format\": \"countersign/response/v1\", \"run_id\": \"r\", \"head\":"
                                + " \"h\", \"record\": []}")) {
            Files.writeString(file, text);
            assertThat(Response.read(file)).as(text).isEqualTo(new Described.IsNot<>(needs));
        }
    }

    @Test
    void isNeverWrittenOverAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("response.json"), "mine");
        assertThatThrownBy(() -> response.write(file)).isInstanceOf(SourceException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void isRefusedByARunOfAnotherId() throws Exception {
        run = SignedRun.of("change-approval-0155cb2f963b", folder);
        assertThat(obstacles(response, TrustPlace.nowhere())).contains(Kind.OTHER_RUN);
    }

    /// The same run in two places is one run: what is signed for its head is good in both, once.
    @Test
    void aCopyOfTheRunTakesItToo() throws Exception {
        SignedRun copy =
                SignedRun.of(SignedRun.WAITING, Files.createDirectory(folder.resolve("copy")));
        for (SignedRun each : List.of(run, copy)) {
            run = each;
            assertThat(obstacles(response, TrustPlace.nowhere())).isEmpty();
            new ResponseImport(response, run.read(), DefaultPolicy.get())
                    .record(Durability.EACH_WRITE);
            assertThat(obstacles(response, TrustPlace.nowhere()))
                    .containsExactly(Kind.ALREADY_IMPORTED);
        }
    }

    @Test
    void anUnfinishedApprovalIsFinishedFirst() throws Exception {
        run = SignedRun.of(SignedRun.WAITING, Files.createDirectory(folder.resolve("other")));
        String state = Files.readString(run.state());
        run.act(APPROVE, "bob@example.com");
        Files.writeString(run.state(), state);
        assertThat(run.obstacles(new Act.Observe(4, "seen"), SignedRun.APPROVER))
                .extracting(Obstacle::kind)
                .containsExactly(Kind.UNFINISHED);
        assertThat(obstacles(response, TrustPlace.nowhere()))
                .containsExactly(Kind.STALE_VIEW, Kind.UNFINISHED, Kind.ALREADY_APPROVED);
        assertThat(run.read().approvals()).hasSize(1);
    }

    @Test
    void isRecordedAsItWasSigned() throws Exception {
        var work = new ResponseImport(response, run.read(), DefaultPolicy.get());
        assertThat(obstacles(response, TrustPlace.nowhere())).isEmpty();
        String hash = response.record().string("hash");
        assertThat(hash).isNotNull();
        assertThat(work.record(Durability.EACH_WRITE)).isEqualTo(new Recording.Recorded(hash));
        assertThat(run.lines().getLast()).isEqualTo(response.record().text());
    }

    @Test
    void anotherApproverIsNotWhatWasSigned() throws Exception {
        assertThat(obstacles(with("approver", "eve@example.com"), TrustPlace.nowhere()))
                .containsExactly(Kind.RESPONSE_ALTERED);
    }

    @Test
    void anotherHashIsNamed() throws Exception {
        List<Member> members = new ArrayList<>(response.record().members());
        members.removeLast();
        members.add(new Member("hash", JsonValue.of("0".repeat(64))));
        Response altered = new Response(response.runId(), response.head(), new JsonObject(members));
        assertThat(obstacles(altered, TrustPlace.nowhere())).containsExactly(Kind.RESPONSE_ALTERED);
    }

    @Test
    void aRejectionCannotBecomeAnApproval() throws Exception {
        response = Response.of(run.sign(new Act.Reject(null, "no"), SignedRun.APPROVER, "P-256"));
        Response turned = with("event", "approval_recorded");
        assertThat(obstacles(turned, TrustPlace.nowhere())).containsExactly(Kind.RESPONSE_ALTERED);
    }

    @Test
    void aForeignCertificateIsRefusedWhereAnchorsAre() throws Exception {
        Path trust = Files.createDirectory(folder.resolve("trust"));
        TestAuthority.pem(trust.resolve("a.pem"), TestAuthority.root("Other").certificate());
        assertThat(obstacles(response, TrustPlace.in(trust))).containsExactly(Kind.NOT_TRUSTED);
        TestAuthority.pem(trust.resolve("b.pem"), run.root.certificate());
        assertThat(obstacles(response, TrustPlace.in(trust))).isEmpty();
    }

    @Test
    void aLogThatHasGrownRefusesIt() throws Exception {
        run.act(new Act.Observe(4, "seen"), "bob@example.com");
        assertThat(obstacles(response, TrustPlace.nowhere())).containsExactly(Kind.STALE_VIEW);
    }
}
