// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.KeyUse;
import dev.countersign.core.witness.NoteSigner;
import dev.countersign.core.witness.SignedNote;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `checkpoint key` and `checkpoint cosign`: what a witness needs; and the note of `checkpoint PATH
/// --note`.
final class NoteCommand {
    static final String KEY = "--note-key";
    static final String ORIGIN = "--origin";

    private NoteCommand() {}

    static Exit run(String verb, List<String> words, Console console)
            throws UsageException, SourceException {
        return verb.equals("key") ? key(words, console) : cosign(words, console);
    }

    private static Exit key(List<String> words, Console console)
            throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(words, Set.of("--json", "--witness"), Set.of("--name"));
        String name = arguments.value("--name");
        if (arguments.rest().size() != 1 || name == null || !NoteSigner.goodName(name)) {
            throw new UsageException(
                    "checkpoint key takes a new file and --name NAME, without spaces and plus"
                            + " signs: example.com/desk");
        }
        KeyUse use = arguments.has("--witness") ? KeyUse.COSIGNATURE : KeyUse.NOTE;
        Path file = Options.outside(arguments.rest().getFirst());
        NoteSigner signer = NoteSigner.make(name, use, file, console.randomness().get());
        String verifier = signer.verifier().text();
        console.out()
                .println(
                        arguments.has("--json")
                                ? JsonValue.object()
                                        .with("path", file.toString())
                                        .with("verifier", verifier)
                                        .build()
                                        .text()
                                : verifier);
        return Exit.DONE;
    }

    /// The key of `--note-key`, which is for one use.
    private static NoteSigner signer(Arguments arguments, KeyUse use)
            throws UsageException, SourceException {
        String file = arguments.value(KEY);
        if (file == null) {
            throw new UsageException(
                    "a signature needs " + KEY + " FILE: `checkpoint key` makes one");
        }
        NoteSigner signer =
                Options.described(file, NoteSigner.read(SmallFile.read(Options.path(file))));
        if (signer.verifier().use() != use) {
            throw new UsageException(
                    file
                            + (use == KeyUse.NOTE
                                    ? " is a witness's key: it signs no note of its own"
                                    : " is a log's key: a witness has one made with --witness"));
        }
        return signer;
    }

    /// The note of a checkpoint that was just taken.
    ///
    /// @param run id of the run, or null
    static String note(Checkpoint checkpoint, @Nullable String run, Arguments arguments)
            throws UsageException, SourceException {
        NoteSigner signer = signer(arguments, KeyUse.NOTE);
        String given = arguments.value(ORIGIN);
        String origin = given == null ? signer.verifier().name() : given;
        if (!CheckpointNote.goodOrigin(origin)) {
            throw new UsageException(ORIGIN + " takes one line: example.com/log");
        }
        CheckpointNote note =
                Options.described("the log", CheckpointNote.of(origin, checkpoint, run));
        return signer.sign(note.note()).write();
    }

    private static Exit cosign(List<String> words, Console console)
            throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words, Set.of("--json"), Set.of(KEY, "--log", "--out", "--at", "--format"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("checkpoint cosign takes one file: a signed note");
        }
        String name = arguments.rest().getFirst();
        Path file = Options.path(name);
        NoteSigner signer = signer(arguments, KeyUse.COSIGNATURE);
        CheckpointNote note = Options.described(name, CheckpointNote.read(SmallFile.read(file)));
        String log = arguments.value("--log");
        String compared = "It was not compared with a log: --log PATH does.";
        if (log != null) {
            agrees(Options.path(log), note.checkpoint(), arguments, console);
            compared = "The log agrees.";
        }
        SignedNote cosigned = signer.cosign(note.note(), Options.now(arguments, console));
        String out = arguments.value("--out");
        SmallFile.replace(out == null ? file : Options.outside(out), cosigned.write());
        console.out()
                .println(
                        arguments.has("--json")
                                ? JsonValue.object()
                                        .with("path", out == null ? name : out)
                                        .with("origin", note.origin())
                                        .with("records", note.checkpoint().records())
                                        .with("head", note.checkpoint().head())
                                        .with("witness", signer.verifier().name())
                                        .with("compared", JsonValue.of(log != null))
                                        .build()
                                        .text()
                                : "Cosigned by " + signer.verifier().name() + ". " + compared);
        return Exit.DONE;
    }

    /// A witness vouches for what it has seen.
    private static void agrees(
            Path path, Checkpoint checkpoint, Arguments arguments, Console console)
            throws UsageException, SourceException {
        VerifyRequest request = Options.request(arguments).against(checkpoint);
        try (LogFile log = LogFile.open(LogPath.of(path))) {
            ChainReport report =
                    Options.finished(
                            new ChainVerifier(
                                            console.workers(),
                                            Runtime.getRuntime().availableProcessors())
                                    .verify(
                                            log,
                                            request,
                                            Options.progress(log, console),
                                            Cancellation.NEVER));
            if (report.verdict() != Verdict.INTACT || report.checkpoint().negative()) {
                throw new SourceException(
                        path,
                        path
                                + " does not agree with the checkpoint, or is not intact: it was"
                                + " not cosigned.");
            }
        }
    }
}
