// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Verifies bundles: the bag, and every run in it. A large log is read once, on all cores, for its
/// chain and its checksums; small runs and files are read side by side. Blocking.
public final class BundleVerifier {
    /// From here on a log is worth all cores.
    private static final long LARGE = 4L << 20;

    private final RunReader reader;
    private final Executor helpers;
    private final int parallelism;
    private final boolean records;

    /// Reports the runs with the records of their logs.
    ///
    /// @param reader reads the runs
    /// @param helpers lends threads; may run tasks late or one after the other
    /// @param parallelism how many threads to use, the calling one included
    public BundleVerifier(RunReader reader, Executor helpers, int parallelism) {
        this(reader, helpers, parallelism, true);
    }

    private BundleVerifier(RunReader reader, Executor helpers, int parallelism, boolean records) {
        this.reader = reader;
        this.helpers = helpers;
        this.parallelism = parallelism;
        this.records = records;
    }

    /// The same that reports the runs without the records of their logs, in memory that does not
    /// grow with these.
    public BundleVerifier withoutRecords() {
        return new BundleVerifier(reader, helpers, parallelism, false);
    }

    /// Verifies a bundle.
    ///
    /// @param request how the logs are verified
    /// @param progress counts bytes of files that are done, and of the large log under way
    /// @return empty if it was cancelled
    /// @throws SourceException if the environment fails; what is wrong with the bundle never is
    public Optional<BundleReport> verify(
            Bundle bundle, VerifyRequest request, Progress progress, Cancellation cancellation)
            throws SourceException {
        return verify(bundle, _ -> request, progress, cancellation);
    }

    /// Verifies a bundle, each run with what is known of it.
    ///
    /// @param requests how the log of a run is verified, by its name
    /// @param progress counts bytes of files that are done, and of the large log under way
    /// @return empty if it was cancelled
    /// @throws SourceException if the environment fails; what is wrong with the bundle never is
    public Optional<BundleReport> verify(
            Bundle bundle,
            Function<String, VerifyRequest> requests,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        Work work = new Work(bundle, requests, cancellation);
        BytesRead read = new BytesRead(bundle.archive(), progress);
        List<Job> small = new ArrayList<>();
        Set<String> summed = new HashSet<>();
        for (Map.Entry<String, PackedRun> run : bundle.packed().entrySet()) {
            PackedFile log = run.getValue().logFile();
            if (log != null && log.size() >= LARGE && !cancellation.requested()) {
                work.large(run.getKey(), run.getValue(), log, read.of(log));
                read.done(log);
                summed.add(log.name());
            } else {
                small.add(() -> work.run(run.getKey(), run.getValue(), Progress.NONE));
            }
        }
        for (PackedFile file : bundle.archive().files().values()) {
            if (!summed.contains(file.name()) && work.summable(file)) {
                small.add(() -> {
                    work.sum(file);
                    read.done(file);
                });
            }
        }
        boolean all =
                ParallelSlices.run(
                        helpers,
                        parallelism,
                        small.size(),
                        () -> job -> small.get((int) job).run(),
                        cancellation);
        return all && !cancellation.requested() ? Optional.of(work.report()) : Optional.empty();
    }

    private interface Job {
        void run() throws SourceException;
    }

    /// One verification.
    private final class Work {
        private final Bundle bundle;
        private final Archive archive;
        private final Function<String, VerifyRequest> requests;
        private final Cancellation cancellation;
        private final List<BagFault> faults = new ArrayList<>();
        private final Map<String, BundledRun> runs = new TreeMap<>();

        Work(Bundle bundle, Function<String, VerifyRequest> requests, Cancellation cancellation) {
            this.bundle = bundle;
            this.archive = bundle.archive();
            this.requests = requests;
            this.cancellation = cancellation;
        }

        void large(String name, PackedRun run, PackedFile log, Progress progress)
                throws SourceException {
            if (log.storage() instanceof PackedFile.Storage.Deflated) {
                run(name, run, progress);
                sum(log);
                return;
            }
            HeardSums heard = new HeardSums(sums(log));
            run(name, run.heardBy(heard), progress);
            if (!cancellation.requested()) {
                try (LogFile file = archive.open(log)) {
                    judge(log, heard.of(file));
                }
            }
        }

        void run(String name, PackedRun run, Progress progress) {
            PackedFile log = run.logFile();
            long bytes = log == null ? 0 : log.size();
            String folder = log == null ? "" : log.folder();
            RunSnapshot snapshot = null;
            String failure = null;
            try {
                RunSnapshot whole =
                        reader.read(run, requests.apply(name), progress, cancellation).orElse(null);
                snapshot = whole == null || records ? whole : whole.withoutRecords();
            } catch (SourceException e) {
                failure = e.getMessage();
            }
            BundledRun read =
                    new BundledRun(name, folder, bytes, snapshot, failure, CheckpointResult.NONE);
            synchronized (runs) {
                runs.put(name, read);
            }
        }

        private Map<SumAlgorithm, String> claims(PackedFile file) {
            Bag bag = bundle.bag();
            Map<SumAlgorithm, String> claims =
                    bag == null || !file.name().startsWith(bag.base())
                            ? null
                            : bag.sums().get(file.name().substring(bag.base().length()));
            return claims == null ? Map.of() : claims;
        }

        private Sums sums(PackedFile file) {
            return new Sums(
                    claims(file).keySet(), file.storage() instanceof PackedFile.Storage.Summed);
        }

        /// Whether anything says what its bytes should be.
        boolean summable(PackedFile file) {
            return !claims(file).isEmpty()
                    || file.storage() instanceof PackedFile.Storage.Summed
                    || file.storage() instanceof PackedFile.Storage.Deflated;
        }

        void sum(PackedFile file) throws SourceException {
            Sums sums = new Sums(claims(file).keySet(), false);
            Refusal damage = archive.read(file, sums::add);
            if (damage != null) {
                damaged(file);
            } else {
                compare(file, sums);
            }
        }

        private void judge(PackedFile file, Sums sums) {
            if (file.storage() instanceof PackedFile.Storage.Summed
                    && Archive.sum(file, sums.crc()) != null) {
                damaged(file);
            } else {
                compare(file, sums);
            }
        }

        private void compare(PackedFile file, Sums sums) {
            Map<SumAlgorithm, String> recorded = claims(file);
            Map<SumAlgorithm, String> computed = sums.end();
            if (!computed.equals(recorded)) {
                String name = below(file);
                fault(BagFault.checksum(name, !name.startsWith(Bag.PAYLOAD), recorded, computed));
            }
        }

        private void damaged(PackedFile file) {
            fault(BagFault.of(Kind.DAMAGED, below(file)));
        }

        private String below(PackedFile file) {
            Bag bag = bundle.bag();
            return bag == null || !file.name().startsWith(bag.base())
                    ? file.name()
                    : file.name().substring(bag.base().length());
        }

        private void fault(BagFault fault) {
            synchronized (faults) {
                faults.add(fault);
            }
        }

        BundleReport report() throws SourceException {
            Bag bag = bundle.bag();
            faults.sort(Comparator.comparing(BagFault::file));
            if (bag == null) {
                return new BundleReport(null, faults, List.copyOf(runs.values()), List.of());
            }
            List<BagFault> errors = new ArrayList<>(bag.errors());
            Set<BagFault> said = new HashSet<>(errors);
            faults.stream().filter(fault -> !said.contains(fault)).forEach(errors::add);
            BundleIndex index = BundleIndex.read(bundle);
            List<BundledRun> compared = new ArrayList<>();
            for (BundledRun run : runs.values()) {
                compared.add(compared(run, index));
            }
            return new BundleReport(
                    BagReport.of(errors, bag.warnings()),
                    List.of(),
                    compared,
                    index == null ? List.of() : index.disagreements(bag, compared));
        }

        private BundledRun compared(BundledRun run, @Nullable BundleIndex index)
                throws SourceException {
            RunSnapshot snapshot = run.snapshot();
            CheckpointResult packed =
                    BundleIndex.compare(
                            BundleIndex.checkpoint(bundle, run.folder(), index),
                            snapshot == null ? null : snapshot.chain());
            return new BundledRun(
                    run.name(), run.folder(), run.bytes(), snapshot, run.failure(), packed);
        }
    }
}
