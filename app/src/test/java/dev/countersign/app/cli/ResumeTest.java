// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.testkit.Policies;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `resume`: never without a word, and never without a trace.
@DisabledOnOs(OS.WINDOWS)
class ResumeTest {
    private static final String RUN = "change-approval-241bf6287b12";

    private @TempDir Path folder;
    private Path run;

    @BeforeEach
    void prepare() throws Exception {
        run =
                Folders.copy(
                        Path.of("../core/src/test/resources/samples", RUN),
                        folder.resolve("runs").resolve(RUN));
        policy("");
    }

    private void policy(String resume) throws IOException {
        Files.writeString(folder.resolve("policy.json"), Policies.resuming(resume));
    }

    /** The producer of this test says that it is done, and what it was told. */
    private void producer(String last) throws IOException {
        policy(
                "{\"workflow\": \"change-approval\", \"command\": [\"/bin/sh\", \"-c\","
                        + " \"echo going on with $0; "
                        + last
                        + "\", \"{run_id}\"], \"directory\": \"{run_dir}\"}");
    }

    private Session approve() throws Exception {
        return Session.run(
                Ann.in(folder)
                        .signs(
                                "approve",
                                run.toString(),
                                "--at",
                                "2026-12-01T12:00:00Z",
                                "--json"));
    }

    private Session resume(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("resume", run.toString(), "--workspace", folder.toString()));
        words.addAll(List.of(more));
        return Session.run(words.toArray(String[]::new));
    }

    @Test
    void approveSaysWhatIsNext() throws Exception {
        producer("exit 0");
        assertThat(approve().document().string("next"))
                .isEqualTo("countersign resume " + run + " --workspace " + folder);
    }

    @Test
    void withoutACommandThePayloadIsRunAgain() throws Exception {
        String next =
                "The policy names no command that resumes change-approval: start its pipeline"
                        + " again with the same input. It finds the approval and goes on."
                        + " Countersign can do it too: put the payload of state.json into a file,"
                        + " then `countersign run change-approval --payload FILE --root "
                        + run.getParent()
                        + "`.";
        assertThat(approve().document().string("next")).isEqualTo(next);
        assertThat(resume()).isEqualTo(new Session(1, next + "\nNothing was run.\n", ""));
        assertThat(resume("--yes")).isEqualTo(new Session(1, next + "\nNothing was run.\n", ""));
    }

    @Test
    void withoutAWordItIsShownOnly() throws Exception {
        producer("touch started");
        approve();
        assertThat(resume())
                .isEqualTo(
                        new Session(
                                1,
                                "Command      /bin/sh -c 'echo going on with $0; touch started' "
                                        + RUN
                                        + "\nDirectory    "
                                        + run
                                        + "\nEnvironment  PATH, HOME, LANG, TMPDIR, TZ, LC_*"
                                        + "\nTime limit   600 seconds"
                                        + "\nNothing was run. Add --yes to run it.\n",
                                ""));
        assertThat(run.resolve("started")).doesNotExist();
        assertThat(folder.resolve("resume")).doesNotExist();
    }

    @Test
    void withAWordItRunsAndTheLedgerSaysSo() throws Exception {
        producer("exit 0");
        approve();
        Session session = resume("--yes", "--json", "--at", "2026-12-01T12:30:00Z");
        assertThat(session.exit()).as(session.err()).isZero();
        JsonObject said = session.document();
        Path output = folder.resolve("resume/" + RUN + "-20261201T123000.000Z.txt");
        assertThat(said.string("output")).isEqualTo(output.toString());
        assertThat(Files.readString(output)).isEqualTo("going on with " + RUN + "\n");
        assertThat(said.get("exit_code").text()).isEqualTo("0");
        assertThat(said.string("status")).isEqualTo("approved_pending_resume");
        assertThat(exported())
                .contains("\"action\": \"resume_started\"")
                .contains("\"action\": \"resumed\"")
                .contains("\"output_sha256\": \"" + said.string("output_sha256") + "\"");
    }

    private String exported() throws IOException {
        Path out = folder.resolve("ledger.jsonl");
        Session.run("ledger", folder.toString(), "export", "--out", out.toString());
        return Files.readString(out);
    }

    @Test
    void aCommandThatFailsIsNegative() throws Exception {
        producer("exit 7");
        approve();
        Session session = resume("--yes");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .startsWith("The command failed, with exit code 7: see what it wrote.\n");
        assertThat(exported()).contains("\"outcome\": \"failure\"").contains("\"exit_code\": 7");
    }

    @Test
    void whatWaitsIsNotResumed() throws Exception {
        producer("touch started");
        assertThat(resume("--yes"))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + run
                                        + ": cannot resume: Nothing is approved that waits to go"
                                        + " on: there is nothing to resume.\n"));
        assertThat(run.resolve("started")).doesNotExist();
    }

    /// An exit code of 0 says nothing of what the command left.
    @Test
    void aLogThatTheCommandLeavesBrokenIsNegative() throws Exception {
        producer("echo torn >> audit.jsonl");
        approve();
        Session session = resume("--yes");
        assertThat(session.exit()).isOne();
        assertThat(session.out())
                .startsWith("The command ended, with exit code 0.\n")
                .containsPattern("\nThe run is .*\nMalformed at record [0-9]+ .*\\.\n$");
    }

    @Test
    void aLogThatTheCommandTakesAwayIsNegative() throws Exception {
        producer("rm audit.jsonl");
        approve();
        Session session = resume("--yes");
        assertThat(session.exit()).isOne();
        assertThat(session.out()).endsWith("\nIts log is not there any more.\n");
    }

    @Test
    void aRunThatCannotBeReadAfterItsCommandIsNotSaidToBeNotResumed() throws Exception {
        producer("chmod 000 audit.jsonl");
        approve();
        Session session = resume("--yes", "--json");
        assumeFalse(
                Files.isReadable(run.resolve("audit.jsonl")),
                "whoever runs the tests may read everything");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .startsWith(
                        "countersign: the command was run, but the run cannot be read after it: ");
        assertThat(session.document().string("end")).isEqualTo("exited");
        assertThat(session.document().string("status")).isNull();
        assertThat(exported()).contains("\"action\": \"resumed\"");
    }

    /** A folder that somebody handed over does not say what is executed here. */
    @Test
    void theWorkspaceHasToBeNamed() throws Exception {
        producer("touch started");
        approve();
        assertThat(Session.run("resume", run.toString(), "--yes").exit()).isEqualTo(2);
        assertThat(run.resolve("started")).doesNotExist();
    }
}
