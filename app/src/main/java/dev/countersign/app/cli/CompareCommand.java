// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.CompareText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.FieldChange;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.compare.NamedCheckpoint;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.PairReader;
import dev.countersign.core.compare.Proof;
import dev.countersign.core.compare.Run;
import dev.countersign.core.compare.Stand;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `compare`: how does a log stand to another copy of it, record by record?
final class CompareCommand {
    /// More is not read on a terminal; `--json` has them.
    private static final int MOST_RUNS = 20;

    private final Path path;
    private final Path other;
    private final boolean json;
    private final Console console;

    private CompareCommand(Path path, Path other, boolean json, Console console) {
        this.path = path;
        this.other = other;
        this.json = json;
        this.console = console;
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(
                                CheckpointFile.OPTION,
                                CheckpointFile.VERIFIER,
                                "--format",
                                "--run",
                                WorkspaceOption.NAME));
        if (arguments.rest().size() != 2) {
            throw new UsageException("compare takes two paths: a log and another copy of it");
        }
        Path path = Options.path(arguments.rest().get(0));
        Path other = Options.path(arguments.rest().get(1));
        return new CompareCommand(path, other, arguments.has("--json"), console)
                .compare(Options.request(arguments), arguments);
    }

    private Exit compare(VerifyRequest request, Arguments arguments)
            throws UsageException, SourceException {
        LogPlace.Limits limits = () -> Bundles.limits(DefaultPolicy.get());
        String run = arguments.value("--run");
        try (LogPlace here = LogPlace.open(path, limits, run);
                LogPlace there = LogPlace.open(other, limits, run == null ? name(here) : run)) {
            return compare(here, there.log(), request, arguments);
        }
    }

    /// A bundle of several runs has another copy of the one that is compared.
    private static @Nullable String name(LogPlace place) {
        RunFolder run = place.run();
        return run == null ? null : run.name();
    }

    private Exit compare(LogPlace place, LogFile there, VerifyRequest request, Arguments arguments)
            throws UsageException, SourceException {
        LogFile here = place.log();
        List<NamedCheckpoint> checkpoints = KeptOption.of(arguments).all(place);
        Checkpoint checkpoint = request.checkpoint();
        String name = arguments.value(CheckpointFile.OPTION);
        if (checkpoint != null && name != null) {
            checkpoints.add(new NamedCheckpoint(name, checkpoint));
        }
        Compared compared =
                new LogComparer(console.workers(), Runtime.getRuntime().availableProcessors())
                        .compare(
                                here,
                                there,
                                request.format(),
                                checkpoints,
                                Options.progress(here, console),
                                Cancellation.NEVER);
        return switch (compared) {
            case Compared.Finished(Comparison comparison) -> {
                PairReader reader = PairReader.of(here, there, comparison, Limits.DEFAULT);
                if (json) {
                    CompareDocument.print(path, other, comparison, reader, console.out());
                } else {
                    print(comparison, reader);
                }
                yield exit(comparison);
            }
            case Compared.DifferentFormats formats -> formats(formats);
            case Compared.Stopped() -> throw new IllegalStateException("nobody cancelled");
        };
    }

    private static Exit exit(Comparison comparison) {
        boolean negative = comparison.stands().stream().anyMatch(stand -> stand.here().negative());
        return comparison.relation().agrees() && !negative ? Exit.DONE : Exit.NEGATIVE;
    }

    private Exit formats(Compared.DifferentFormats formats) {
        if (json) {
            console.out().println(CompareDocument.formats(path, other, formats).build().text());
        } else {
            console.out().println(CompareDocument.formatsSentence(formats));
        }
        return Exit.NEGATIVE;
    }

    private void print(Comparison comparison, PairReader reader) throws SourceException {
        PrintStream out = console.out();
        out.println(CompareText.sentence(comparison));
        out.println("  this   " + path + ": " + VerdictText.headline(comparison.here().report()));
        out.println("  other  " + other + ": " + VerdictText.headline(comparison.there().report()));
        List<Stand> stands = comparison.stands();
        for (Stand stand : stands.subList(stands.size() - shown(stands.size()), stands.size())) {
            out.println("  " + CompareText.stand(stand));
        }
        String doubt = CompareText.doubt(comparison);
        if (!doubt.isEmpty()) {
            out.println("  " + doubt);
        }
        for (Proof proof : comparison.proofs().subList(0, shown(comparison.proofs().size()))) {
            out.println("  " + CompareText.proof(proof));
        }
        List<Run> runs = comparison.runs().stream().filter(run -> !run.kind().same()).toList();
        for (Run run : runs.subList(0, shown(runs.size()))) {
            out.println("  " + CompareText.place(run) + ": " + CompareText.phrase(run));
            fields(run, reader, out);
        }
        if (runs.size() > MOST_RUNS) {
            out.println("  and " + (runs.size() - MOST_RUNS) + " more stretches: see --json.");
        }
    }

    private static int shown(int size) {
        return Math.min(MOST_RUNS, size);
    }

    /// What the first record of a stretch says on either side.
    private static void fields(Run run, PairReader reader, PrintStream out) throws SourceException {
        if (run.kind() != Run.Kind.CHANGED && run.kind() != Run.Kind.RELINKED) {
            return;
        }
        PairDiff diff = reader.read(run);
        List<FieldChange> fields = diff.fields();
        for (FieldChange change : fields.subList(0, shown(fields.size()))) {
            out.println("    " + CompareText.field(change));
        }
    }
}
