// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/// Options that several commands have, as what they mean.
final class Options {
    /// Shorter work is over before anybody has read a percentage.
    private static final long WORTH_PROGRESS = 256L << 20;

    /// About as many bytes as lie between two reports.
    private static final long STEP = 256L << 10;

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Options() {}

    static Path path(String word) throws UsageException {
        if (word.isEmpty()) {
            throw new UsageException("a path is empty: say . for the folder you are in");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException("that is not a path on this system: " + e.getReason());
        }
    }

    /// The file that an option is to write: nothing is lost by it, and there is a folder for it.
    static Path newFile(String word) throws UsageException, SourceException {
        Path file = path(word);
        if (SmallFile.isFolder(file)) {
            throw new SourceException(file, file + " cannot be written: it is a folder.");
        }
        if (!SmallFile.vacant(file)) {
            throw new SourceException(
                    file, file + " exists and was left as it is: choose another name.");
        }
        SmallFile.folderFor(file);
        BundlePlace.made(file);
        return file;
    }

    /// A folder that files are to be put into.
    ///
    /// @throws SourceException if it is, or lies in, evidence
    static Path outsideFolder(String word) throws UsageException, SourceException {
        Path folder = path(word);
        BundlePlace.filled(folder);
        return folder;
    }

    /// A file that an option is to write, where something may stand already.
    ///
    /// @throws SourceException if it would lie in evidence
    static Path outside(String word) throws UsageException, SourceException {
        Path file = path(word);
        BundlePlace.made(file);
        return file;
    }

    static VerifyRequest request(Arguments arguments) throws UsageException, SourceException {
        boolean incremental = arguments.has("--incremental");
        CheckpointFile given = CheckpointFile.of(arguments);
        Checkpoint checkpoint = given == null ? null : given.checkpoint();
        if (checkpoint == null && (incremental || arguments.has("--final"))) {
            throw new UsageException("--incremental and --final need --checkpoint FILE");
        }
        return new VerifyRequest(
                format(arguments.value("--format")),
                checkpoint,
                arguments.has("--final"),
                arguments.has("--segment"),
                incremental,
                arguments.has("--hashes"),
                Limits.DEFAULT);
    }

    private static FormatChoice format(@Nullable String name)
            throws UsageException, SourceException {
        if (name == null || name.equals("auto")) {
            return new FormatChoice.Auto();
        }
        for (ChainFormat known : ChainFormat.BUILT_IN) {
            if (known.name().equals(name)) {
                return new FormatChoice.Fixed(known);
            }
        }
        Path file = path(name);
        if (!SmallFile.exists(file)) {
            throw new UsageException(
                    "--format "
                            + name
                            + " is none of auto, A, B and J, nor a file that describes a format");
        }
        return new FormatChoice.Fixed(described(name, Descriptions.format(SmallFile.read(file))));
    }

    /// A path that leads to something, also inside a bundle.
    ///
    /// @throws SourceException if there is nothing
    static Path present(String word) throws UsageException, SourceException {
        Path path = path(word);
        if (!SmallFile.exists(path) && !packed(path)) {
            throw new SourceException(path, path + " does not exist: check the path.");
        }
        return path;
    }

    private static boolean packed(Path path) {
        Path parent = path.getParent();
        return parent != null && (SmallFile.regular(parent) || packed(parent));
    }

    /// What a small file says. The file that an option names.
    ///
    /// @param wanted what the option takes
    static Path file(String option, String word, String wanted) throws UsageException {
        Path file = path(word);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException(
                    file + " is not a regular file: " + option + " takes " + wanted);
        }
        return file;
    }

    static <T> T described(String file, Described<T> read) throws UsageException {
        return switch (read) {
            case Described.Is<T>(T value) -> value;
            case Described.IsNot<T>(String why) -> throw new UsageException(file + " " + why);
        };
    }

    /// The time of `--at`, or now. Years that neither a log nor a certificate can write are
    /// refused: calendars and files are not made for them.
    static Instant now(Arguments arguments, Console console) throws UsageException {
        String text = arguments.value("--at");
        return text == null ? console.now().instant() : instant(text);
    }

    /// Which instant is meant.
    static Instant instant(String text) throws UsageException {
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--at " + text + " is not an instant: write it as 2026-01-31T12:00:00Z");
        }
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
            throw new UsageException("--at " + text + " is not in the years 1970 to 9999");
        }
        return at;
    }

    /// The report of a verification that nobody could cancel.
    static ChainReport finished(Verification verification) {
        // no pattern switch: linking one costs a short command more than its work
        if (verification instanceof Verification.Finished finished) {
            return finished.report();
        }
        throw new IllegalStateException("nobody cancelled: " + verification);
    }

    /// Shows a percentage to a person at a terminal, for long work only.
    static Progress progress(LogFile log, Console console) {
        if (log.size() < WORTH_PROGRESS || !console.terminal().getAsBoolean()) {
            return Progress.NONE;
        }
        return percent(console);
    }

    /// The same for logs of a bundle, of which only the long ones are told.
    static Progress progress(Console console) {
        return console.terminal().getAsBoolean() ? percent(console) : Progress.NONE;
    }

    private static Progress percent(Console console) {
        return (done, total, records, faulty) -> {
            long percent = done * 100 / total;
            if (percent != Math.max(0, done - STEP) * 100 / total) {
                console.err().print("\r" + percent + " %" + (done >= total ? "\r     \r" : ""));
                console.err().flush();
            }
        };
    }
}
