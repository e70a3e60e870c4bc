// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.workspace.SignedResults;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

class ReperformTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final String RUN = "change-approval-0155cb2f963b";
    private static final String WAITING = "change-approval-241bf6287b12";

    @TempDir Path folder;

    private Path copy(String name) throws IOException {
        return Folders.copy(SAMPLES.resolve(name), folder.resolve("runs").resolve(name));
    }

    private static JsonObject object(JsonObject in, String key) {
        return (JsonObject) Objects.requireNonNull(in.get(key));
    }

    @Test
    void allSamplesAgree() {
        Session session = Session.run("reperform", SAMPLES.toString(), "--json");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.documents())
                .hasSize(24)
                .allSatisfy(run -> {
                    boolean ended = "ended_before_a_result".equals(run.string("not_performed"));
                    assertThat(run.get("agree"))
                            .isEqualTo(ended ? JsonValue.of((String) null) : JsonValue.of(true));
                    assertThat(Session.list(run, "differences")).isEmpty();
                })
                .filteredOn(run -> run.string("not_performed") != null)
                .extracting(run -> run.string("run_id"))
                .containsExactly("change-approval-da6aeb88c524");
    }

    @Test
    void aPathThatCannotBeReadAmongSeveralIsADocument() throws IOException {
        Path run = copy(RUN);
        Path none = folder.resolve("none");
        for (List<Path> paths : List.of(List.of(run, none), List.of(none, run))) {
            Session session =
                    Session.run(
                            "reperform",
                            paths.getFirst().toString(),
                            paths.getLast().toString(),
                            "--json");
            String why = none + " does not exist: check the path.";
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.err()).isEqualTo("countersign: " + why + "\n");
            assertThat(session.documents()).hasSize(2);
            assertThat(session.documents().getFirst().string("run_id")).isEqualTo(RUN);
            assertThat(session.documents().getLast())
                    .isEqualTo(
                            JsonValue.object()
                                    .with("path", none.toString())
                                    .with("error", why)
                                    .build());
        }
    }

    @Test
    void silenceIsNoAgreement() throws IOException {
        Path run = copy(RUN);
        Files.delete(run.resolve("state.json"));
        Session session = Session.run("reperform", run.toString());
        assertThat(session.exit()).isOne();
        assertThat(session.out())
                .startsWith("open     " + RUN + "\n  not re-performed: no state\n");
        assertThat(Session.run("reperform", run.getParent().toString()).exit()).isOne();
    }

    @Test
    void aRunSaysWhatWasRecordedAndWhatComesOut() {
        JsonObject run =
                Session.run("reperform", SAMPLES.resolve(RUN).toString(), "--json").document();
        assertThat(object(run, "gate").text())
                .isEqualTo(
                        "{\"recorded\": \"approve\", \"reperformed\": \"approve\", \"agree\": true,"
                                + " \"recorded_counts\": {\"grounded\": 2, \"ungrounded\": 0,"
                                + " \"abstentions\": 0}, \"reperformed_counts\": {\"grounded\": 2,"
                                + " \"ungrounded\": 0, \"abstentions\": 0}, \"nothing_asserted\":"
                                + " false}");
        assertThat(Session.list(run, "rules"))
                .extracting(JsonValue::text)
                .containsExactly(
                        "{\"control\": \"ITGC-CM-02\", \"severity\": \"deficiency\", \"detail\":"
                                + " \"self-approval: m.chu approved their own change\","
                                + " \"recorded\": true, \"reperformed\": true}");
        assertThat(((JsonObject) Session.list(run, "claims").getLast()).text())
                .isEqualTo(
                        "{\"control\": \"ITGC-CM-03\", \"text\": \"tested with documented"
                                + " results\", \"citation\": \"Regression tests passed"
                                + " 2026-03-06.\", \"grounded\": true, \"where\": {\"from\": 75,"
                                + " \"to\": 110, \"evidence\": [\"test_signoff\"], \"straddles\":"
                                + " false}}");
        assertThat(run.get("model_output_agrees")).isEqualTo(JsonValue.of((String) null));
    }

    @Test
    void aWrongVerdictIsADifference() throws IOException {
        Path run = copy(RUN);
        Path state = run.resolve("state.json");
        Files.writeString(
                state,
                Files.readString(state)
                        .replace("\"verdict\": \"approve\"", "\"verdict\": \"review\""));
        Session session = Session.run("reperform", run.toString(), "--json");
        assertThat(session.exit()).isOne();
        assertThat(object(session.document(), "gate").get("agree")).isEqualTo(JsonValue.of(false));
        assertThat(Session.list(session.document(), "differences"))
                .extracting(JsonValue::text)
                .containsExactly(
                        "{\"test\": \"verdict\", \"subject\": \"verdict\", \"record\": null,"
                                + " \"recorded\": \"review\", \"reperformed\": \"approve\"}");
        Session text = Session.run("reperform", run.toString());
        assertThat(text.out())
                .startsWith("differs  " + RUN)
                .contains("verdict, verdict: recorded \"review\", re-performed \"approve\"");
    }

    @Test
    void keptResultsAreTheSameEachTime() throws IOException {
        Path kept = folder.resolve("kept.json");
        Path again = folder.resolve("again.json");
        JsonObject said =
                Session.run(
                                "reperform",
                                SAMPLES.resolve(RUN).toString(),
                                "--json",
                                "--out",
                                kept.toString())
                        .document();
        Session.run("reperform", copy(RUN).toString(), "--out", again.toString());
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(kept));
        assertThat(said.string("results_sha256"))
                .isEqualTo(FileDigest.sha256(Files.readAllBytes(kept)));
        JsonObject all = population(SAMPLES);
        assertThat(all.get("performed")).isEqualTo(JsonValue.of(24));
        assertThat(((JsonObject) Session.list(all, "runs").getFirst()).get("results_sha256"))
                .isEqualTo(said.get("results_sha256"));
    }

    @Test
    void keptResultsReplaceNothing() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.zip"), "mine");
        for (Path runs : List.of(SAMPLES.resolve(RUN), SAMPLES)) {
            assertThat(Session.run("reperform", runs.toString(), "--out", mine.toString()))
                    .isEqualTo(
                            new Session(
                                    2,
                                    "",
                                    "countersign: "
                                            + mine
                                            + " exists and was left as it is: choose another"
                                            + " name.\n"));
        }
        assertThat(mine).hasContent("mine");
    }

    private JsonObject population(Path runs) throws IOException {
        Path out = folder.resolve("population.json");
        Session.run("reperform", runs.toString(), "--out", out.toString());
        return Session.object(Files.readString(out));
    }

    @Test
    void signedResultsStandInTheLog() throws Exception {
        Path run = copy(WAITING);
        Path kept = folder.resolve("kept.json");
        List<String> words =
                List.of(
                        Ann.in(folder)
                                .signs(
                                        "reperform",
                                        run.toString(),
                                        "--at",
                                        "2026-12-01T12:00:00Z",
                                        "--json"));
        assertThat(Session.run(words.toArray(String[]::new)))
                .isEqualTo(
                        Session.refused(
                                "results that are signed must be kept: give --out FILE."
                                        + " `countersign help` shows what there is."));
        List<String> out = new ArrayList<>(words);
        out.addAll(List.of("--out", kept.toString()));
        Session signed = Session.run(out.toArray(String[]::new));
        assertThat(signed.exit()).as(signed.err()).isZero();
        assertThat(signed.document().string("event")).isEqualTo("reperformance_recorded");
        JsonObject record =
                Session.object(Files.readAllLines(run.resolve("audit.jsonl")).getLast());
        assertThat(record.string("results_sha256"))
                .isEqualTo(FileDigest.sha256(Files.readAllBytes(kept)));
        Session verified = Session.run("verify-approval", run.toString());
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(Session.run("reperform", run.toString()).exit()).isZero();
    }

    @Test
    void whatIsNoRunCannotBePerformed() throws IOException {
        assertThat(Session.run("reperform").exit()).isEqualTo(2);
        assertThat(Session.run("reperform", folder.toString()).err())
                .isEqualTo(
                        "countersign: " + folder + " has no audit.jsonl: give a run directory.\n");
        assertThat(
                        Session.run(
                                        "reperform",
                                        SAMPLES.resolve(RUN).resolve("audit.jsonl").toString())
                                .err())
                .contains("is a file: give the run directory around it");
    }

    @Test
    void theResultsOfAWorkspaceAreSignedIntoItsLedger() throws Exception {
        Path workspace = folder.resolve("ws");
        assertThat(Session.run("demo", workspace.toString()).exit()).isZero();
        Path kept = folder.resolve("kept.json");
        Session session =
                Session.run(
                        Ann.in(folder)
                                .signs(
                                        "reperform",
                                        workspace.toString(),
                                        "--out",
                                        kept.toString(),
                                        "--json"));
        JsonObject said = session.documents().getLast();
        assertThat(said.string("event")).as(session.err()).isEqualTo("reperformance_recorded");
        assertThat(said.string("results_sha256"))
                .isEqualTo(FileDigest.sha256(Files.readAllBytes(kept)));
        WorkspaceFolder place = new WorkspaceFolder(workspace);
        ActVerifier verifier = new ActVerifier(DefaultPolicy.get(), TrustPlace.nowhere());
        try (Database database = Database.open(place.database())) {
            LedgerStore ledger =
                    new SqliteLedgerStore(database, InstantSource.system(), UUID::randomUUID);
            SignedResults signed =
                    SignedResults.in(ledger, DefaultPolicy.get(), verifier).getFirst();
            assertThat(signed.resultsSha256()).isEqualTo(said.string("results_sha256"));
            assertThat(signed.verdict().person()).isEqualTo("ann@example.com");
            assertThat(signed.verdict().signed()).isInstanceOf(Judgement.Held.class);
        }
        assertThat(Session.run("ledger", workspace.toString(), "verify").exit()).isZero();
    }
}
