// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.OpenSsl;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.TimeStampRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A checkpoint with a time-stamp beside it.
class CheckpointStampTest {
    private static final Instant STAMPED = Instant.parse("2026-12-01T12:00:00Z");
    private static final Path RUN =
            Path.of(
                    "..",
                    "core",
                    "src",
                    "test",
                    "resources",
                    "samples",
                    "change-approval-0155cb2f963b");

    private final TestAuthority clocks = TestAuthority.root("Clocks");

    @TempDir Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Session take(String... more) {
        String[] words = {"checkpoint", RUN.toString(), "--out", at("c.json")};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Session.run(all);
    }

    /**
     * As a desk without a network does it: the request goes out in a file, and an answer comes
     * back.
     */
    private void stamped() throws IOException {
        assertThat(take("--tsa-request", at("c.tsq")).exit()).isZero();
        answer("c.tsq");
        Session kept = take("--tsa-request", at("c.tsq"), "--tsa-answer", at("answer"));
        assertThat(kept.err()).isEmpty();
        assertThat(kept.out())
                .isEqualTo(
                        "Time-stamped at 2026-12-01T12:00:00Z by Clock <clock@example.com>. Written"
                                + " to "
                                + at("c.json.tsr")
                                + ".\n");
    }

    private void answer(String request) throws IOException {
        TimeStampRequest asked =
                TimeStampRequest.read(Octets.of(Files.readAllBytes(folder.resolve(request))))
                        .orElseThrow();
        Files.write(folder.resolve("answer"), TestStamper.of(clocks, STAMPED).ask(asked).toArray());
    }

    private Session verify(String... more) {
        String[] words = {"verify", RUN.toString(), "--checkpoint", at("c.json"), "--json"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Session.run(all);
    }

    private static JsonObject stamp(Session verified) {
        return (JsonObject)
                java.util.Objects.requireNonNull(verified.document().get("checkpoint_stamp"));
    }

    @Test
    void aCarriedAnswerLiesBesideTheCheckpointAndIsChecked() throws Exception {
        stamped();
        Session verified = verify();
        assertThat(verified.exit()).isZero();
        assertThat(verified.document().string("checkpoint")).isEqualTo("match");
        assertThat(stamp(verified).string("time")).isEqualTo("2026-12-01T12:00:00Z");
        assertThat(stamp(verified).string("message"))
                .isEqualTo(
                        "Time-stamped at 2026-12-01T12:00:00Z by Clock <clock@example.com>, whose"
                                + " certificate was not checked against any anchor.");
    }

    @Test
    void whetherTheClockIsTrustedIsSaidApart() throws Exception {
        stamped();
        Path own = Files.createDirectory(folder.resolve("own"));
        TestAuthority.pem(own.resolve("clocks.pem"), clocks.certificate());
        assertThat(stamp(verify("--trust", own.toString())).string("trust")).isEqualTo("verified");
        Path other = Files.createDirectory(folder.resolve("other"));
        TestAuthority.pem(other.resolve("root.pem"), TestAuthority.root("Root").certificate());
        Session foreign = verify("--trust", other.toString());
        assertThat(foreign.exit()).isZero();
        assertThat(stamp(foreign).string("trust")).isEqualTo("failed");
        assertThat(stamp(foreign).string("message"))
                .contains("which is not trusted (no trust anchor");
    }

    @Test
    void aWrongStampIsSaidAndTheCheckpointStillCounts() throws Exception {
        stamped();
        Files.writeString(folder.resolve("c.json"), "\n", java.nio.file.StandardOpenOption.APPEND);
        Session verified = verify();
        assertThat(verified.exit()).isZero();
        assertThat(verified.document().string("checkpoint")).isEqualTo("match");
        assertThat(stamp(verified).string("message"))
                .isEqualTo(
                        "Its time-stamp proves no time: the time-stamp is about another file, or"
                                + " this one was changed. What it has seen still counts.");
        Session told = Session.run("verify", RUN.toString(), "--checkpoint", at("c.json"));
        assertThat(told.out()).contains("checkpoint: Its time-stamp proves no time");
    }

    @Test
    void aStampedCheckpointIsNotReplaced() throws Exception {
        stamped();
        Session again = take();
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is the time-stamp of the checkpoint that is there");
    }

    @Test
    void theAnswerToAnotherRequestIsNotKept() throws Exception {
        assertThat(take("--tsa-request", at("c.tsq")).exit()).isZero();
        Files.delete(folder.resolve("c.json"));
        assertThat(take("--tsa-request", at("d.tsq")).exit()).isZero();
        answer("c.tsq");
        Session kept = take("--tsa-request", at("d.tsq"), "--tsa-answer", at("answer"));
        assertThat(kept.exit()).isEqualTo(2);
        assertThat(kept.err()).contains("was not kept: The time-stamp answers another request");
        assertThat(folder.resolve("c.json.tsr")).doesNotExist();
    }

    @Test
    void anAuthorityIsAskedAndStockOpensslAcceptsWhatItSaid() throws Exception {
        try (StampServer authority = StampServer.of(TestStamper.of(clocks, STAMPED))) {
            assertThat(take("--tsa", authority.url()).err()).isEmpty();
        }
        assertThat(stamp(verify()).string("time")).isEqualTo("2026-12-01T12:00:00Z");
        TestAuthority.pem(folder.resolve("root.pem"), clocks.certificate());
        assertThat(
                        OpenSsl.in(folder)
                                .run("ts -verify -data c.json -in c.json.tsr -CAfile root.pem")
                                .output())
                .contains("Verification: OK");
    }

    @Test
    void withoutAnAnswerNothingIsWritten() {
        Session none = take("--tsa", "http://127.0.0.1:1/");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("Nothing was written.");
        assertThat(folder.resolve("c.json")).doesNotExist();
        assertThat(Session.run("checkpoint", RUN.toString(), "--tsa", "http://x/").err())
                .contains("give --out FILE");
    }
}
