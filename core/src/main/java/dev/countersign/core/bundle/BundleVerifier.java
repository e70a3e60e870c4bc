// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.chain.AtMost;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Verifies bundles: the bag, and every run in it. A large log is read once, for its chain and its
/// checksums: those whose records are looked at one after the other on all cores, as that takes
/// memory, others one on each core. Small runs and files are read side by side. Blocking.
public final class BundleVerifier {
    /// From here on a log is worth all cores.
    private static final long LARGE = 4L << 20;

    private final RunReader reader;
    private final AtMost helpers;
    private final int parallelism;
    private final boolean records;

    /// Reports the runs with the records of their logs.
    ///
    /// @param reader reads the runs
    /// @param helpers lends threads; may run tasks late or one after the other
    /// @param parallelism how many threads to use, the calling one included
    public BundleVerifier(RunReader reader, Executor helpers, int parallelism) {
        this(reader, new AtMost(helpers, parallelism - 1), parallelism, true);
    }

    private BundleVerifier(RunReader reader, AtMost helpers, int parallelism, boolean records) {
        this.helpers = helpers;
        this.reader = reader.helpedBy(helpers, parallelism);
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
    /// @param progress counts bytes of files that are done, and of large logs under way
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
    /// @param progress counts bytes of files that are done, and of large logs under way
    /// @return empty if it was cancelled
    /// @throws SourceException if the environment fails; what is wrong with the bundle never is
    public Optional<BundleReport> verify(
            Bundle bundle,
            Function<String, VerifyRequest> requests,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        BytesRead read = new BytesRead(bundle.archive(), progress);
        var work =
                new BundleVerification(bundle, reading(requests, cancellation), read, cancellation);
        List<Job> first = new ArrayList<>();
        List<Job> huge = new ArrayList<>();
        List<Job> large = new ArrayList<>();
        List<Job> small = new ArrayList<>();
        Set<PackedFile> heard = new HashSet<>();
        for (Map.Entry<String, PackedRun> run : bundle.packed().entrySet()) {
            PackedFile log = run.getValue().logFile();
            if (log != null && log.size() >= LARGE) {
                heard.add(log);
                (log.size() > RunReader.LARGEST_LOG ? huge : large)
                        .add(() -> work.large(run.getKey(), run.getValue(), log));
            } else {
                small.add(() -> work.run(run.getKey(), run.getValue(), Progress.NONE));
            }
        }
        for (PackedFile file : bundle.archive().files().values()) {
            if (!heard.contains(file) && work.summable(file)) {
                (file.size() > PackedRun.LARGEST_HELD ? first : small).add(() -> work.sum(file));
            }
        }
        try {
            all(first, cancellation);
            shared(huge, cancellation);
            for (Job log : large) {
                log.run();
            }
            all(small, cancellation);
        } catch (CancelledException e) {
            return Optional.empty();
        }
        return Optional.of(work.report());
    }

    private BundleVerification.Reading reading(
            Function<String, VerifyRequest> requests, Cancellation cancellation) {
        return (name, run, progress) -> {
            Optional<RunSnapshot> whole =
                    reader.read(run, requests.apply(name), progress, cancellation);
            return records ? whole : whole.map(RunSnapshot::withoutRecords);
        };
    }

    private void all(List<Job> jobs, Cancellation cancellation) throws SourceException {
        all(jobs, () -> {}, cancellation);
    }

    /// Jobs that can be helped with: once none is left for the calling thread, another works in its
    /// place.
    private void shared(List<Job> jobs, Cancellation cancellation) throws SourceException {
        Thread caller = Thread.currentThread();
        AtomicBoolean lent = new AtomicBoolean();
        Runnable idle =
                () -> {
                    if (caller.equals(Thread.currentThread()) && lent.compareAndSet(false, true)) {
                        helpers.more();
                    }
                };
        try {
            all(jobs, idle, cancellation);
        } finally {
            if (lent.get()) {
                helpers.less();
            }
        }
    }

    private void all(List<Job> jobs, Runnable idle, Cancellation cancellation)
            throws SourceException {
        boolean all =
                ParallelSlices.run(
                        helpers,
                        parallelism,
                        jobs.size(),
                        () -> new Turn(jobs, idle),
                        cancellation);
        if (!all || cancellation.requested()) {
            throw new CancelledException();
        }
    }

    /// One thread's way through the jobs.
    private record Turn(List<Job> jobs, Runnable none) implements ParallelSlices.Worker {
        @Override
        public void slice(long job) throws SourceException {
            jobs.get((int) job).run();
        }

        @Override
        public void idle() {
            none.run();
        }
    }

    private interface Job {
        void run() throws SourceException;
    }
}
