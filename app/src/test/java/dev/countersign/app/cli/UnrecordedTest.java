// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Policies;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is done stays done where the ledger cannot have it: that is said, and is no failure.
class UnrecordedTest extends ActsDesk {
    private static final String UNRECORDED =
            "countersign: It is done, but the ledger of this desk does not have it: ";

    private Path database() {
        return folder.resolve("countersign.db");
    }

    private void workspace(String resume) throws IOException {
        Files.writeString(folder.resolve("policy.json"), Policies.resuming(resume));
    }

    @Test
    void anApprovalThatIsInTheLog() throws Exception {
        workspace("");
        Files.createDirectory(database());
        Session session = act("approve", "ann@example.com");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.err()).startsWith(UNRECORDED + database() + " is not a regular file");
        assertThat(session.document().string("head_after"))
                .isEqualTo(Session.run("show", run.toString(), "--json").document().string("head"))
                .isNotEqualTo(head);
    }

    @Test
    void aResponseThatIsInTheLog() throws Exception {
        workspace("");
        Path response = folder.resolve("response.json");
        act("approve", "ann@example.com", "--response", response.toString());
        Files.deleteIfExists(database());
        Files.createDirectory(database());
        Session session =
                Session.run("import-response", response.toString(), run.toString(), "--json");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.err()).startsWith(UNRECORDED);
        assertThat(session.document().string("head_after")).isNotEqualTo(head);
    }

    @Test
    void aRunThatWentOn() throws Exception {
        workspace(
                "{\"workflow\": \"change-approval\", \"command\": [\"/bin/sh\", \"-c\","
                        + " \"rm ../../countersign.db*; mkdir ../../countersign.db; echo on\"],"
                        + " \"directory\": \"{run_dir}\"}");
        assertThat(act("approve", "ann@example.com").exit()).isZero();
        Session session =
                Session.run(
                        "resume",
                        run.toString(),
                        "--workspace",
                        folder.toString(),
                        "--yes",
                        "--json");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.err()).startsWith(UNRECORDED);
        assertThat(session.document().string("end")).isEqualTo("exited");
    }

    @Test
    void aRunThatWasExecuted() throws Exception {
        workspace("");
        Path payload =
                Files.writeString(
                        folder.resolve("payload.json"),
                        "{\"id\": \"TRD-1\", \"employee\": \"u.chu\", \"account\": \"acct-100\","
                                + " \"symbol\": \"COG\", \"side\": \"buy\", \"trade_date\":"
                                + " \"2026-03-12\", \"evidence\": {}}");
        Files.createDirectory(database());
        Session session =
                Session.run(
                        "run",
                        "personal-trade-compliance",
                        "--payload",
                        payload.toString(),
                        "--root",
                        folder.resolve("runs").toString(),
                        "--workspace",
                        folder.toString(),
                        "--json");
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.err()).startsWith(UNRECORDED);
        assertThat(session.document().string("status")).isEqualTo("completed");
    }
}
