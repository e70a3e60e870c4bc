// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a resume command, and is the only place that starts a process. Blocking: it looks for
/// output, the end, the time and a cancellation in turn, so it needs no thread of its own.
///
/// @param folder where output is kept
/// @param environment the desk's own; what is given on of it says the command
/// @param mostOutput how many bytes of output are kept; what comes after is read and dropped
/// @param grace how long what is stopped may tidy up before it is killed
public record Resumption(
        Path folder, Map<String, String> environment, long mostOutput, Duration grace) {
    private static final long MOST_OUTPUT = 4L << 20;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LOOK_MILLIS = 20;
    private static final int BUFFER = 1 << 16;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Resumption {
        environment = Map.copyOf(environment);
    }

    /// @param folder where output is kept; made if it is not there
    public Resumption(Path folder, Map<String, String> environment) {
        this(folder, environment, MOST_OUTPUT, GRACE);
    }

    /// Runs it to its end, whatever that is. Its standard input is empty.
    ///
    /// @param now names the file of its output
    /// @throws SourceException if its output cannot be kept; nothing was started, or it was stopped
    public Resumed run(ResumeCommand command, Instant now, Cancellation cancellation)
            throws SourceException {
        SmallFile.folder(folder);
        Path output = folder.resolve(command.runId() + "-" + NAME.format(now) + ".txt");
        Kept kept;
        ResumeEnd end;
        try (OutputStream file = Files.newOutputStream(output, StandardOpenOption.CREATE_NEW)) {
            kept = new Kept(file, mostOutput);
            end = run(command, kept, cancellation);
        } catch (IOException e) {
            throw SourceException.unwritten(output, e);
        }
        try (LogFile written = LogFile.open(output)) {
            String sha256 = FileDigest.sha256(written, written.size(), Cancellation.NEVER);
            return new Resumed(command, end, output, written.size(), kept.dropped, sha256);
        }
    }

    private ResumeEnd run(ResumeCommand command, Kept kept, Cancellation cancellation)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.directory(command.directory().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(command.reduced(environment));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new ResumeEnd.NotStarted(String.valueOf(e.getMessage()));
        }
        try {
            closeInput(process);
            return attended(process, command.limit(), kept, cancellation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ResumeEnd.Cancelled();
        } finally {
            if (process.isAlive()) {
                stop(process);
            }
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it ended before, and reads nothing any more
            return;
        }
    }

    private ResumeEnd attended(
            Process process, Duration limit, Kept kept, Cancellation cancellation)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (InputStream output = process.getInputStream()) {
            while (true) {
                boolean ended = !process.isAlive();
                boolean came = kept.take(output);
                if (ended && !came) {
                    return new ResumeEnd.Exited(process.exitValue());
                }
                if (cancellation.requested()) {
                    return stopped(process, kept, output, new ResumeEnd.Cancelled());
                }
                if (System.nanoTime() - began > limit.toNanos()) {
                    return stopped(process, kept, output, new ResumeEnd.TimedOut());
                }
                if (!came) {
                    boolean _ = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    private ResumeEnd stopped(Process process, Kept kept, InputStream output, ResumeEnd end)
            throws IOException {
        stop(process);
        boolean _ = kept.take(output);
        return end;
    }

    /// Asks it and all that it started to end, and kills what does not. They are listed before
    /// their parent is gone: afterwards nothing says whose they were.
    private void stop(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy(); // first, or a script would take its next step
        all.forEach(ProcessHandle::destroy);
        try {
            boolean _ = process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
            List<ProcessHandle> late = process.descendants().toList();
            process.destroyForcibly().waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
            late.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /// The output so far.
    private static final class Kept {
        private final OutputStream file;
        private final byte[] buffer = new byte[BUFFER];
        private long room;
        long dropped;

        Kept(OutputStream file, long most) {
            this.file = file;
            room = most;
        }

        /// Takes what is there, without waiting for more: a process that it left behind may keep
        /// the pipe open for ever.
        ///
        /// @return whether something was
        boolean take(InputStream output) throws IOException {
            int read = read(output);
            if (read <= 0) {
                return false;
            }
            int keep = (int) Math.min(room, read);
            file.write(buffer, 0, keep);
            room -= keep;
            dropped += read - keep;
            return true;
        }

        /// A pipe whose process is gone may say so by an exception.
        private int read(InputStream output) {
            try {
                int there = output.available();
                return there <= 0 ? 0 : output.read(buffer, 0, Math.min(there, BUFFER));
            } catch (IOException e) {
                return 0;
            }
        }
    }
}
