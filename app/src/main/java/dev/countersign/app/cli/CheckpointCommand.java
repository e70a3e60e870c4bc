// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Checkpoints;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// `checkpoint`: remembers an intact log, so that a later cut or rewrite is seen.
final class CheckpointCommand {
    /// Words that are no path; a log of such a name is given as `./key`.
    private static final Set<String> NOTES = Set.of("key", "cosign");

    private static final Set<String> EXCHANGE = Set.of("export", "import");

    private CheckpointCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        if (words.size() > 1 && NOTES.contains(words.getFirst())) {
            return NoteCommand.run(words.getFirst(), words.subList(1, words.size()), console);
        }
        if (words.size() > 1 && EXCHANGE.contains(words.getFirst())) {
            return ExchangeCommand.run(words.getFirst(), words.subList(1, words.size()), console);
        }
        Arguments arguments = arguments(words);
        Path path = Options.path(arguments.rest().getFirst());
        Instant now = Options.now(arguments, console);
        String outName = arguments.value("--out");
        Path out = outName == null ? null : Options.outside(outName);
        if (arguments.value(StampOption.ANSWER) != null) {
            return CheckpointStamp.answered(out, arguments, console);
        }
        if (out == null && stamped(arguments)) {
            throw new UsageException("a time-stamp lies beside the checkpoint: give --out FILE");
        }
        return take(path, LogPath.of(path), out, now, arguments, console);
    }

    private static Arguments arguments(List<String> words) throws UsageException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json", "--note"),
                        Set.of(
                                "--out",
                                "--format",
                                "--at",
                                NoteCommand.ORIGIN,
                                NoteCommand.KEY,
                                StampOption.AUTHORITY,
                                StampOption.REQUEST,
                                StampOption.ANSWER));
        boolean note = arguments.has("--note");
        if (!note
                && (arguments.value(NoteCommand.ORIGIN) != null
                        || arguments.value(NoteCommand.KEY) != null)) {
            throw new UsageException("--origin and --note-key go with --note");
        }
        if (arguments.rest().size() != 1) {
            throw new UsageException("checkpoint takes one path: a log or a run directory");
        }
        return arguments;
    }

    private static boolean stamped(Arguments arguments) {
        return arguments.value(StampOption.AUTHORITY) != null
                || arguments.value(StampOption.REQUEST) != null;
    }

    private static Exit take(
            Path path,
            Path log,
            @Nullable Path out,
            Instant now,
            Arguments arguments,
            Console console)
            throws SourceException, UsageException {
        ChainVerifier verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
        Checkpoint earlier = earlier(out);
        VerifyRequest request = Options.request(arguments).against(earlier);
        try (LogFile file = LogFile.open(log)) {
            Verification done =
                    verifier.verify(
                            file, request, Options.progress(file, console), Cancellation.NEVER);
            ChainReport report = Options.finished(done);
            if (report.verdict() != Verdict.INTACT) {
                return refused(path, report, arguments, console);
            }
            if (report.checkpoint().negative()) {
                throw new SourceException(
                        log,
                        out
                                + " has a checkpoint that contradicts this log ("
                                + VerdictText.completeness(report.checkpoint())
                                + "): it was left as it is.");
            }
            Checkpoint checkpoint = Checkpoints.take(file, report, now);
            String text =
                    arguments.has("--note")
                            ? NoteCommand.note(checkpoint, run(path), arguments)
                            : Descriptions.toJson(checkpoint).text() + "\n";
            if (out != null) {
                write(out, text, arguments, console);
            }
            tell(checkpoint, text, out, arguments, console);
            return Exit.DONE;
        }
    }

    private static void tell(
            Checkpoint checkpoint,
            String text,
            @Nullable Path out,
            Arguments arguments,
            Console console) {
        if (arguments.has("--json")) {
            console.out().println(Descriptions.toJson(checkpoint).text());
        } else if (out == null) {
            // a note is signed over these bytes
            console.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        } else {
            console.out()
                    .println(
                            "Checkpoint of "
                                    + checkpoint.records()
                                    + " records written to "
                                    + out
                                    + ". Keep it where whoever can change the log cannot"
                                    + " change it.");
        }
    }

    /// Nothing is written unless all of it can be.
    private static void write(Path out, String text, Arguments arguments, Console console)
            throws UsageException, SourceException {
        if (!stamped(arguments)) {
            SmallFile.replace(out, text);
            return;
        }
        Octets bytes = Octets.utf8(text);
        Octets stamp = CheckpointStamp.ask(out, bytes, arguments, console);
        CheckpointStamp.request(bytes, arguments, console);
        SmallFile.replace(out, text);
        if (stamp != null) {
            SmallFile.create(CheckpointStamp.of(out), stamp.toArray());
        }
    }

    /// The id of the run whose directory was given.
    private static @Nullable String run(Path path) throws SourceException {
        Path name = path.toAbsolutePath().normalize().getFileName();
        boolean directory = EvidencePath.of(path).kind() == EvidencePath.Kind.RUN_DIRECTORY;
        return directory && name != null ? name.toString() : null;
    }

    private static Exit refused(
            Path path, ChainReport report, Arguments arguments, Console console) {
        String why =
                "no checkpoint was taken, for it would vouch for this log. "
                        + VerdictText.headline(report)
                        + ".";
        if (arguments.has("--json")) {
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("path", path.toString())
                                    .with("verdict", report.verdict().word())
                                    .with("error", why)
                                    .build()
                                    .text());
        }
        console.complain(path + ": " + why);
        return Exit.NEGATIVE;
    }

    /// What stands at the place to write to: nothing, or an earlier checkpoint, which may be
    /// replaced only if the log still has everything that it has seen.
    private static @Nullable Checkpoint earlier(@Nullable Path out) throws SourceException {
        if (out == null) {
            return null;
        }
        CheckpointStamp.refuseToReplace(out);
        if (!SmallFile.exists(out)) {
            return null;
        }
        if (CheckpointFile.read(SmallFile.read(out))
                instanceof Described.Is<Checkpoint> checkpoint) {
            return checkpoint.value();
        }
        throw new SourceException(
                out,
                out
                        + " exists and is not a checkpoint: it was left as it is; choose another"
                        + " name.");
    }
}
