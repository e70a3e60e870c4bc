// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.engine.Approvals;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class RunTest {
    private static final String TRADE =
            """
            {"id": "TRD-003", "employee": "u.chu", "account": "acct-100", "symbol": "SPROCKET",
             "side": "buy", "trade_date": "2026-03-05",
             "evidence": {"legal_preapproval_email": "Pre-clearance APPROVED for u.chu to BUY SPROCKET on 2026-03-08. — Legal"}}
            """;
    private static final String CHANGE =
            """
            {"id": "CHG-1", "author": "m.chu", "evidence": {"approval": "Approved by j.lee on 2026-03-04.", "test_signoff": "All tests passed on 2026-03-03."}}
            """;
    private static final String INCIDENT =
            """
            {"id": "INC-1", "title": "t", "author": "d.osei", "severity": "SEV-2", "change_type": "emergency",
             "steps": [{"name": "look", "action": "look", "risky": false, "evidence": "e"},
                       {"name": "drain", "action": "drain", "risky": true, "evidence": "e"}]}
            """;

    @TempDir Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Session run(String workflow, String payload, String... more) throws IOException {
        String[] words = {
            "run", workflow, "--payload", file("payload.json", payload), "--root", root(), "--json"
        };
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Session.run(all);
    }

    private String root() {
        return folder.resolve("runs").toString();
    }

    private static String status(Session session) {
        return session.document().string("status") + " " + session.exit();
    }

    @Test
    void completes() throws IOException {
        Session session = run("personal-trade-compliance", TRADE, "--at", "2026-11-21T10:00:00Z");

        JsonObject document = session.document();
        assertThat(document.string("run_id")).isEqualTo("personal-trade-compliance-6eae4fdb09ed");
        assertThat(status(session)).isEqualTo("completed 0");
        Path directory = Path.of(String.valueOf(document.string("rundir")));
        assertThat(Files.readAllLines(directory.resolve("audit.jsonl")))
                .hasSize(13)
                .first()
                .asString()
                .startsWith("{\"ts\": \"2026-11-21T10:00:00+00:00\", \"event\": \"run_started\"");
        assertThat(Session.run("verify", directory.toString()).exit()).isZero();
    }

    @Test
    void waitsAndIsResumed() throws IOException {
        assertThat(status(run("change-approval", CHANGE))).isEqualTo("awaiting_approval 1");
        Session again = run("change-approval", CHANGE);
        assertThat(status(again)).isEqualTo("awaiting_approval 1");
        Path directory = Path.of(String.valueOf(again.document().string("rundir")));
        assertThat(Files.readString(directory.resolve("audit.jsonl")))
                .containsOnlyOnce("\"step\": \"ingest\", \"status\"");
    }

    private Session later() throws IOException {
        return run("change-approval", CHANGE, "--at", "2026-11-21T12:00:00Z");
    }

    @Test
    void aRejectedRunIsRejectedHereToo() throws Exception {
        Path directory = waiting();
        Instant at = Instant.parse("2026-11-21T11:00:00Z");
        Approvals.reject(directory, "change_approval", "bob", "no", at, Durability.EACH_WRITE);
        Session again = later();
        assertThat(status(again)).isEqualTo("rejected 1");
        assertThat(again.err())
                .isEqualTo(
                        "countersign: "
                                + directory
                                + ": Rejected by bob. It keeps waiting, without a clock; a"
                                + " corrected input is a new run."
                                + System.lineSeparator());
    }

    @Test
    void anApprovalInTheCheckpointAloneIsSaid() throws IOException {
        Path directory = waiting();
        Path state = directory.resolve("state.json");
        String approved =
                "\"approvals\": {\"change_approval\": {\"approver\": \"eve\", \"decision\":"
                        + " \"approved\"}}";
        Files.writeString(state, Files.readString(state).replace("\"approvals\": {}", approved));
        Session again = later();
        assertThat(status(again)).isEqualTo("awaiting_approval 1");
        assertThat(again.err())
                .isEqualTo(
                        "countersign: "
                                + directory
                                + ": state.json says more than the log: the pipeline crashed in"
                                + " between, or somebody edited it. It goes on by the log:"
                                + " change_approval."
                                + System.lineSeparator());
    }

    @Test
    void whatIsRefusedIsOneLineAndDoesNotSayThatItGoesOn() throws IOException {
        Path directory = waiting();
        Path state = directory.resolve("state.json");
        Files.writeString(state, Files.readString(state).substring(1));
        Files.delete(directory.resolve("artifacts/independent_review.json"));
        Session refused = later();
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).doesNotContain("goes on").contains("state.json");
        assertThat(refused.document().string("error")).doesNotContain("goes on");
    }

    @Test
    void aFileOfAFinishedStepThatIsGoneIsSaid() throws IOException {
        Path directory = waiting();
        Files.delete(directory.resolve("artifacts/independent_review.json"));
        assertThat(later().err())
                .startsWith("countersign: " + directory + ": Files and records do not agree.")
                .contains("independent_review.json.");
    }

    @Test
    void aModelsResponse() throws IOException {
        String response =
                file(
                        "response.txt",
                        "{\"claims\": [{\"control\": \"ITGC-CM-01\", \"text\": \"authorised\","
                                + " \"citation\": \"made up out of thin air\"}]}");
        Session session = run("change-approval", CHANGE, "--model-response", response);

        assertThat(status(session)).isEqualTo("blocked 1");
        Path directory = Path.of(String.valueOf(session.document().string("rundir")));
        assertThat(Files.readString(directory.resolve("artifacts/llm_mapping.json")))
                .startsWith(
                        "{\n  \"model\": \"file\",\n  \"temperature\": 0,\n  \"prompt\": \"You");
        assertThat(Files.readString(directory.resolve("audit.jsonl")))
                .contains("1 mapped, 0 abstained (file)");
    }

    @Test
    void anAnswerThatComesTooLateIsSaidToBeUnused() throws IOException {
        String made = "{\"claims\": [{\"citation\": \"Approved by j.lee on 2026-03-04.\"}]}";
        String first = file("first.txt", made);
        String other = file("other.txt", made.replace("j.lee", "nobody at all"));
        assertThat(run("change-approval", CHANGE, "--model-response", first).err()).isEmpty();
        assertThat(run("change-approval", CHANGE, "--model-response", first).err()).isEmpty();
        Session late = run("change-approval", CHANGE, "--model-response", other);
        assertThat(status(late)).isEqualTo("awaiting_approval 1");
        assertThat(late.err())
                .endsWith(
                        ": --model-response was not used: the run goes on with the answer it"
                                + " has.\n");
        run("personal-trade-compliance", TRADE);
        assertThat(run("personal-trade-compliance", TRADE, "--model-response", other).err())
                .endsWith("the run goes on with the built-in baseline.\n");
    }

    /** A back-slash is no separator where names may have one. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theRootIsRecordedAsItWasGiven() throws IOException {
        String root = folder.resolve("a\\b").toString();
        String payload = file("payload.json", CHANGE);
        Session session =
                Session.run(
                        "run", "change-approval", "--payload", payload, "--root", root, "--json");
        Path directory = Path.of(String.valueOf(session.document().string("rundir")));
        assertThat(Files.readString(directory.resolve("state.json"))).contains("/a\\\\b/");
        assertThat(Session.run("verify", directory.toString()).exit()).isZero();
    }

    @Test
    void anIncidentWaitsAtItsRiskyStep() throws IOException {
        Session session = run("incident-runbook", INCIDENT);

        assertThat(status(session)).isEqualTo("awaiting_approval 1");
        assertThat(session.document().string("step")).isEqualTo("drain");
    }

    @Test
    void aBrokenLogIsNotMadeLonger() throws IOException {
        Session first = run("personal-trade-compliance", TRADE);
        Path log =
                Path.of(String.valueOf(first.document().string("rundir"))).resolve("audit.jsonl");
        String tampered = Files.readString(log).replace("ingested TRD-003", "ingested TRD-004");
        Files.writeString(log, tampered);

        Session session = run("personal-trade-compliance", TRADE);

        assertThat(session)
                .isEqualTo(Session.refused(String.valueOf(session.document().string("error"))));
        assertThat(session.err())
                .contains("its log does not verify and was left as it is")
                .hasLineCount(1);
        assertThat(Files.readString(log)).isEqualTo(tampered);
    }

    @Test
    void aLogThatIsGoneIsNotBegunAnew() throws IOException {
        Path directory = waiting();
        Path log = directory.resolve("audit.jsonl");
        Files.writeString(log, "");
        assertThat(run("change-approval", CHANGE)).isEqualTo(lost(directory, "empty"));
        assertThat(log).isEmptyFile();

        Files.delete(log);
        assertThat(run("change-approval", CHANGE)).isEqualTo(lost(directory, "missing"));
        assertThat(log).doesNotExist();
    }

    private Path waiting() throws IOException {
        Session first = run("change-approval", CHANGE, "--at", "2026-11-21T10:00:00Z");
        return Path.of(String.valueOf(first.document().string("rundir")));
    }

    private static Session lost(Path directory, String how) {
        return refusal(
                directory,
                "its log is "
                        + how
                        + ", but its state.json says 4 steps are done: put the log back, or move"
                        + " the folder away to begin anew.");
    }

    private static Session refusal(Path directory, String why) {
        String sentence = directory + ": " + directory.getFileName() + ": " + why;
        return Session.refused(sentence);
    }

    @Test
    void aTornEndIsKeptAndSaid() throws IOException {
        Path directory = waiting();
        Path log = directory.resolve("audit.jsonl");
        String whole = Files.readString(log);
        Files.writeString(log, whole + "{\"ts\": \"2026");

        Session session = run("change-approval", CHANGE, "--at", "2026-11-21T11:00:00Z");
        assertThat(status(session)).isEqualTo("awaiting_approval 1");
        assertThat(session.err())
                .isEqualTo(
                        log
                                + ": its last line broke off, a record whose writer was killed: its"
                                + " 12 bytes were taken off and kept in "
                                + directory.resolve("audit.jsonl.torn-1")
                                + ".\n");
        assertThat(directory.resolve("audit.jsonl.torn-1")).hasContent("{\"ts\": \"2026");
        assertThat(Files.readString(log)).startsWith(whole);
        assertThat(Session.run("verify", directory.toString()).exit()).isZero();

        Path bundle = folder.resolve("b.zip");
        Session.run("bundle", "create", directory.toString(), "--out", bundle.toString());
        String sha256 = FileDigest.sha256("{\"ts\": \"2026".getBytes(StandardCharsets.UTF_8));
        for (Path shown : List.of(directory, bundle)) {
            assertThat(Session.run("show", shown.toString()).out())
                    .contains(
                            "  Torn end        audit.jsonl.torn-1, 12 bytes, SHA-256 "
                                    + sha256
                                    + ": what a crash left of a record. It is no part of the"
                                    + " log.\n");
            assertThat(Session.run("show", shown.toString(), "--json").document().get("torn_ends"))
                    .hasToString(
                            "[{\"name\": \"audit.jsonl.torn-1\", \"bytes\": 12, \"sha256\": \""
                                    + sha256
                                    + "\"}]");
        }
    }

    @Test
    void anEndThatIsNoRecordsBeginningIsRefused() throws IOException {
        Path directory = waiting();
        Path log = directory.resolve("audit.jsonl");
        String notOurs = Files.readString(log) + "notes of mine";
        Files.writeString(log, notOurs);

        Session session = run("change-approval", CHANGE);
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .contains("its log does not verify and was left as it is")
                .hasLineCount(1);
        assertThat(log).hasContent(notOurs);
        assertThat(directory.resolve("audit.jsonl.torn-1")).doesNotExist();
    }

    @Test
    void nothingIsDatedBeforeTheLastRecord() throws IOException {
        Path directory = waiting();
        String before = Files.readString(directory.resolve("audit.jsonl"));
        assertThat(run("change-approval", CHANGE, "--at", "2026-11-21T09:00:00Z"))
                .isEqualTo(
                        refusal(
                                directory,
                                "the time given or this machine's clock says 2026-11-21T09:00:00Z,"
                                    + " and the last record of its log is of 2026-11-21T10:00:00Z:"
                                    + " a record is never dated before the one before it."));
        assertThat(directory.resolve("audit.jsonl")).hasContent(before);
    }

    @Test
    void aFolderIsNoResponse() throws IOException {
        assertThat(run("change-approval", CHANGE, "--model-response", folder.toString()))
                .isEqualTo(
                        Session.refused(
                                folder
                                        + " is not a regular file: --model-response takes a file"
                                        + " with the model's raw answer. `countersign help` shows"
                                        + " what there is."));
    }

    @Test
    void aPayloadThatIsNone() throws IOException {
        refused("change-approval", "{\"id\":\n 1,}", "payload.json line 2 is not JSON");
        refused("change-approval", "\n\n[1]", "payload.json line 3 is not a JSON object");
        refused("change-approval", "", "payload.json line 1 is not JSON");
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        refused(
                "change-approval",
                "{\"id\": 1, \"author\": \"a\", \"x\": " + deep + "}",
                "too deep");
        refused("incident-runbook", "{\"id\": \"INC-1\"}", "needs the texts /id and /author");
        refused(
                "incident-runbook",
                INCIDENT.replace("\"drain\", \"action\"", "\"look\", \"action\""),
                "names two steps alike at /steps/1/name");
        refused("incident-runbook", INCIDENT.replace("true", "\"no\""), "/steps/1/risky");
        refused("incident-runbook", INCIDENT.replace("\"risky\": false, ", ""), "/steps/0/risky");
        refused("change-approvals", CHANGE, "change-approvals is not a built-in workflow");
    }

    @Test
    void aTradeThatDoesNotSayWhatWasDealtWhenIsNotCalledClear() throws IOException {
        String trade =
                "{\"id\": \"T\", \"employee\": \"e\", \"symbol\": \"X\", \"account\":"
                        + " \"acct-100\", \"trade_date\": \"2026-03-05\", \"evidence\": {}}";
        String workflow = "personal-trade-compliance";
        refused(workflow, trade.replace("\"X\"", "5"), "needs a text /symbol");
        refused(workflow, trade.replace("\"2026-03-05\"", "null"), "needs a text /trade_date");
        refused(workflow, trade.replace("{}", "[]"), "needs an object at /evidence");
        refused("change-approval", "{\"evidence\": \"e\"}", "needs an object at /evidence");
        assertThat(run(workflow, trade).exit()).isZero();
        assertThat(run(workflow, trade.replace("{}", "null")).exit()).isZero();
        assertThat(run(workflow, trade.replace("account", "acct")).document().string("status"))
                .isEqualTo("completed");
    }

    @Test
    void aPayloadOfMegabytes() throws IOException {
        String evidence = "Approved by j.lee on 2026-03-04." + "x".repeat(3 << 20);
        Session session =
                run(
                        "change-approval",
                        CHANGE.replace("Approved by j.lee on 2026-03-04.", evidence));
        assertThat(session.err()).isEmpty();
        assertThat(session.document().string("status")).isEqualTo("awaiting_approval");
    }

    @Test
    void aRunWithoutAnAuthorIsExecutedAndSaidToBeOne() throws IOException {
        for (String author : new String[] {"5", "\" \"", "null"}) {
            Session session = run("change-approval", CHANGE.replace("\"m.chu\"", author));
            assertThat(session.exit()).as(author).isOne();
            assertThat(session.err())
                    .isEqualTo(
                            "countersign: "
                                    + folder.resolve("payload.json")
                                    + " names no author (a text /author or /employee): nobody is"
                                    + " known to be independent of them, so no approval of this run"
                                    + " can be signed.\n");
        }
        assertThat(run("change-approval", CHANGE).err()).isEmpty();
        assertThat(run("personal-trade-compliance", TRADE).err()).isEmpty();
    }

    private void refused(String workflow, String payload, String why) throws IOException {
        Session session = run(workflow, payload);
        assertThat(session)
                .isEqualTo(Session.refused(String.valueOf(session.document().string("error"))));
        assertThat(session.err()).contains(why).hasLineCount(1);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void theDemoOnce() {
        String demo = folder.resolve("demo").toString();
        Session session = Session.run("demo", demo, "--json", "--at", "2026-11-18T10:00:00Z");

        assertThat(session.exit()).isZero();
        assertThat(session.document().get("runs")).isEqualTo(JsonValue.of(47));
        assertThat(Path.of(demo, "policy.json"))
                .content()
                .contains("\"$schema\": \"policy.schema.json\"");
        assertThat(Path.of(demo, "policy.schema.json"))
                .content()
                .contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(Session.run("demo", demo).err())
                .isEqualTo(
                        "countersign: "
                                + demo
                                + " is not empty: nothing was written; name another folder.\n");
    }
}
