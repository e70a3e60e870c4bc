// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of a POSIX system, run to each of their ends. */
@DisabledOnOs(OS.WINDOWS)
class ResumptionTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00.250Z");
    private static final Actor ANN = new Actor("ann", Actor.Type.USER);

    private @TempDir Path folder;

    private ResumeCommand command(int seconds, String... arguments) {
        return new ResumeCommand(
                "w-1",
                List.of(arguments),
                folder,
                Duration.ofSeconds(seconds),
                List.of("VAULT_ADDR"));
    }

    private Resumption resumption(long most) {
        return new Resumption(
                folder.resolve("resume"),
                Map.of(
                        "PATH", "/usr/bin:/bin",
                        "HOME", "/nowhere",
                        "LC_ALL", "C",
                        "VAULT_ADDR", "https://vault",
                        "SECRET", "s3cr3t"),
                most,
                Duration.ofMillis(500));
    }

    private Resumed run(ResumeCommand command) throws Exception {
        return resumption(1 << 20).run(command, NOW, Cancellation.NEVER);
    }

    private static String said(Resumed resumed) throws Exception {
        return Files.readString(resumed.output());
    }

    @Test
    void itsOutputIsKeptAndItsEndIsAValue() throws Exception {
        ResumeCommand command = command(20, "/bin/sh", "-c", "echo out; echo err >&2; exit 3");
        Resumed resumed = run(command);
        String text = "out\nerr\n";
        assertThat(resumed)
                .isEqualTo(
                        new Resumed(
                                command,
                                new ResumeEnd.Exited(3),
                                folder.resolve("resume/w-1-20261201T120000.250Z.txt"),
                                text.length(),
                                0,
                                FileDigest.sha256(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(said(resumed)).isEqualTo(text);
        assertThat(resumed.succeeded()).isFalse();
        assertThat(resumed.entry(ANN).details().text())
                .isEqualTo(
                        "{\"command\": [\"/bin/sh\", \"-c\", \"echo out; echo err >&2; exit 3\"],"
                                + " \"directory\": \""
                                + folder
                                + "\", \"seconds\": 20, \"environment\": [\"VAULT_ADDR\"],"
                                + " \"end\": \"exited\", \"exit_code\": 3,"
                                + " \"output\": \"w-1-20261201T120000.250Z.txt\","
                                + " \"output_bytes\": 8, \"output_dropped\": 0,"
                                + " \"output_sha256\": \""
                                + resumed.sha256()
                                + "\"}");
    }

    @Test
    void nothingOfAnArgumentIsReadByAShell() throws Exception {
        Resumed resumed = run(command(20, "printf", "%s|", "a b", "$(id)", "`id`", "; id", ""));
        assertThat(said(resumed)).isEqualTo("a b|$(id)|`id`|; id||");
        assertThat(resumed.succeeded()).isTrue();
    }

    @Test
    void itIsGivenFewVariablesAndNoInput() throws Exception {
        assertThat(said(run(command(20, "/usr/bin/env"))).lines().sorted())
                .containsExactly(
                        "HOME=/nowhere",
                        "LC_ALL=C",
                        "PATH=/usr/bin:/bin",
                        "VAULT_ADDR=https://vault");
        ResumeCommand cat =
                new ResumeCommand(
                        "w-2", List.of("/bin/cat"), folder, Duration.ofSeconds(20), List.of());
        assertThat(run(cat).end()).isEqualTo(new ResumeEnd.Exited(0));
    }

    @Test
    void whatCannotBeStartedIsSaid() throws Exception {
        Resumed resumed = run(command(20, "/no/such/program"));
        assertThat(resumed.end()).isInstanceOf(ResumeEnd.NotStarted.class);
        assertThat(resumed.end().toString()).contains("/no/such/program");
        assertThat(resumed.bytes()).isZero();
    }

    @Test
    void muchOutputIsReadAndDropped() throws Exception {
        Resumed resumed =
                resumption(1_000)
                        .run(
                                command(60, "/bin/sh", "-c", "head -c 1000000 /dev/zero"),
                                NOW,
                                Cancellation.NEVER);
        assertThat(resumed.end()).isEqualTo(new ResumeEnd.Exited(0));
        assertThat(resumed.bytes()).isEqualTo(1_000);
        assertThat(resumed.dropped()).isEqualTo(999_000);
    }

    @Test
    void whatTakesTooLongIsKilledWithItsChildren() throws Exception {
        Resumed resumed =
                run(command(1, "/bin/sh", "-c", "trap '' TERM; sleep 300 & echo $!; wait; wait"));
        assertThat(resumed.end()).isEqualTo(new ResumeEnd.TimedOut());
        assertGone(Long.parseLong(said(resumed).strip()));
    }

    @Test
    void whatIsCancelledIsKilledWithItsChildren() throws Exception {
        Path started = folder.resolve("started");
        Cancellation once = () -> Files.exists(started);
        ResumeCommand command =
                command(60, "/bin/sh", "-c", "sleep 300 & echo $!; touch started; wait");
        Resumed resumed = resumption(1 << 20).run(command, NOW, once);
        assertThat(resumed.end()).isEqualTo(new ResumeEnd.Cancelled());
        assertGone(Long.parseLong(said(resumed).strip()));
    }

    private static void assertGone(long pid) throws Exception {
        Optional<ProcessHandle> child = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (child.isPresent()) {
            child.get().onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** A producer that leaves something running behind is over when it is over. */
    @Test
    void aProcessLeftBehindIsNotWaitedFor() throws Exception {
        Resumed resumed = run(command(60, "/bin/sh", "-c", "sleep 300 & echo $!"));
        assertThat(resumed.end()).isEqualTo(new ResumeEnd.Exited(0));
        ProcessHandle.of(Long.parseLong(said(resumed).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void nothingIsStartedWhoseOutputCannotBeKept() throws Exception {
        Files.writeString(folder.resolve("resume"), "a file");
        ResumeCommand command = command(20, "/bin/sh", "-c", "touch started");
        assertThatThrownBy(() -> run(command)).isInstanceOf(SourceException.class);
        assertThat(folder.resolve("started")).doesNotExist();
    }
}
