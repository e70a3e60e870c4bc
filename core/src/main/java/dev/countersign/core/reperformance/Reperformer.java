// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.AddedRules;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Performs runs again. Blocking; may be used by several threads.
public final class Reperformer {
    /// A producer that writes all the time is asked to be quiet.
    private static final int ATTEMPTS = 3;

    private final RunReader reader;
    private final Policy policy;
    private final RuleBook rules;
    private final Basis basis;
    private final KeptDeadlines kept;

    /// @param verifier verifies the logs
    /// @param rules ours, and what a firm added
    /// @param tool name and version of what performs
    public Reperformer(ChainVerifier verifier, Policy policy, RuleBook rules, String tool) {
        this(verifier, policy, rules, tool, KeptDeadlines.NONE);
    }

    /// @param verifier verifies the logs
    /// @param rules ours, and what a firm added
    /// @param tool name and version of what performs
    /// @param kept deadlines as first fixed, of runs whose subject does not name them
    public Reperformer(
            ChainVerifier verifier,
            Policy policy,
            RuleBook rules,
            String tool,
            KeptDeadlines kept) {
        this.kept = kept;
        this.reader = new RunReader(verifier, policy, TrustPlace.nowhere(), rules);
        this.policy = policy;
        this.rules = rules;
        this.basis = Basis.of(tool, policy);
    }

    /// A run that is to be performed again.
    ///
    /// @param directory where it is
    /// @param fixed its clocks as first fixed; null where whoever lists it does not know them
    public record Subject(Path directory, @Nullable List<RunClock> fixed) {
        public Subject {
            fixed = fixed == null ? null : List.copyOf(fixed);
        }

        /// A run by its path alone.
        public static Subject of(Path directory) {
            return new Subject(directory, null);
        }
    }

    /// Performs one run again.
    ///
    /// @return empty if it was cancelled
    /// @throws SourceException if it cannot be read, or is being written all the time
    public Optional<Reperformance> run(
            Subject subject, Progress progress, Cancellation cancellation) throws SourceException {
        try (RunFolders folders = new RunFolders(policy)) {
            return run(subject, folders, progress, cancellation);
        }
    }

    private Optional<Reperformance> run(
            Subject subject, RunFolders folders, Progress progress, Cancellation cancellation)
            throws SourceException {
        RunFolder folder = folders.at(subject.directory());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Inputs before = Inputs.of(folder, cancellation);
            Optional<RunSnapshot> run =
                    reader.read(folder, VerifyRequest.DEFAULT, progress, cancellation);
            if (run.isEmpty() || cancellation.requested()) {
                return Optional.empty();
            }
            if (Inputs.of(folder, Cancellation.NEVER).equals(before)) {
                return Optional.of(compared(run.get(), before, fixed(subject, run.get())));
            }
        }
        throw new SourceException(
                subject.directory(),
                subject.directory() + " is being written: perform it again when it is quiet.");
    }

    /// Performs many runs again, each handed over as soon as it is done.
    ///
    /// @param progress counts runs
    /// @return empty if it was cancelled: what was handed over until then holds
    /// @throws SourceException if a bundle cannot be closed; what cannot be read is in the results
    public Optional<PopulationResults> population(
            List<Subject> subjects,
            Consumer<Reperformance> sink,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        List<PopulationResults.Row> rows = new ArrayList<>();
        List<PopulationResults.Unreadable> unreadable = new ArrayList<>();
        try (RunFolders folders = new RunFolders(policy)) {
            for (Subject subject : subjects) {
                try {
                    Optional<Reperformance> done =
                            run(subject, folders, Progress.NONE, cancellation);
                    if (done.isEmpty()) {
                        return Optional.empty();
                    }
                    rows.add(PopulationResults.Row.of(done.get()));
                    sink.accept(done.get());
                } catch (SourceException e) {
                    unreadable.add(
                            new PopulationResults.Unreadable(
                                    subject.directory(), String.valueOf(e.getMessage())));
                }
                progress.at(rows.size() + unreadable.size(), subjects.size(), 0, 0);
            }
        }
        return Optional.of(new PopulationResults(basis, rows, unreadable, List.of()));
    }

    private @Nullable List<RunClock> fixed(Subject subject, RunSnapshot run) {
        if (subject.fixed() != null) {
            return subject.fixed();
        }
        List<RunClock> fixed = new ArrayList<>();
        for (RunClock today : run.clocks()) {
            RunClock first = kept.fixed(run.runId(), today);
            if (first != null) {
                fixed.add(first);
            }
        }
        return fixed.isEmpty() ? null : fixed;
    }

    private Reperformance compared(RunSnapshot run, Inputs inputs, @Nullable List<RunClock> fixed) {
        String workflow = run.workflow() == null ? "" : run.workflow();
        return new Reperformance(
                run,
                basis,
                inputs.with(run),
                Comparisons.of(run, fixed),
                rules.controls(workflow),
                AddedRules.of(run, policy, rules));
    }
}
