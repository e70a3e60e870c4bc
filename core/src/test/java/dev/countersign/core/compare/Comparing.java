// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.GeneratedLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares logs in memory, through files.
record Comparing(Path folder) {
    Compared run(byte[] here, byte[] there, List<NamedCheckpoint> checkpoints) {
        try (LogFile mine = file("here.jsonl", here);
                LogFile theirs = file("there.jsonl", there)) {
            return new LogComparer(Runnable::run, 2)
                    .compare(
                            mine,
                            theirs,
                            new FormatChoice.Auto(),
                            checkpoints,
                            Progress.NONE,
                            Cancellation.NEVER);
        } catch (IOException | SourceException e) {
            throw new AssertionError(e);
        }
    }

    Comparison compare(byte[] here, byte[] there, NamedCheckpoint... checkpoints) {
        if (run(here, there, List.of(checkpoints))
                instanceof Compared.Finished(Comparison comparison)) {
            return comparison;
        }
        throw new AssertionError("not compared");
    }

    Comparison compare(GeneratedLog here, GeneratedLog there, NamedCheckpoint... checkpoints) {
        return compare(here.toBytes(), there.toBytes(), checkpoints);
    }

    /// What the rows of a comparison say when they are read again, in the files it was made from.
    List<PairDiff> diffs(Comparison comparison, List<Run> rows) {
        try (LogFile mine = LogFile.open(folder.resolve("here.jsonl"));
                LogFile theirs = LogFile.open(folder.resolve("there.jsonl"))) {
            PairReader reader = PairReader.of(mine, theirs, comparison, Limits.DEFAULT);
            List<PairDiff> found = new ArrayList<>();
            for (Run row : rows) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    private LogFile file(String name, byte[] bytes) throws IOException, SourceException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return LogFile.open(file);
    }

    /// Runs as short words: `same 0-3 0-3`.
    static List<String> words(Comparison comparison) {
        return comparison.runs().stream()
                .map(run ->
                        run.kind().word()
                                + place(run.here(), run.length())
                                + place(run.there(), run.length()))
                .toList();
    }

    private static String place(int first, int length) {
        return first < 0 ? " -" : " " + first + "+" + length;
    }
}
