// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Progress;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/// One verification of a bundle: file by file, and run by run. Several threads may work on it.
final class BundleVerification {
    /// Reads a run.
    @FunctionalInterface
    interface Reading {
        /// @param name its name
        /// @return empty if it was cancelled
        /// @throws SourceException if a file of it cannot be read
        Optional<RunSnapshot> of(String name, PackedRun run, Progress progress)
                throws SourceException;
    }

    private final Bundle bundle;
    private final Archive archive;
    private final Reading reading;
    private final BytesRead read;
    private final Cancellation cancellation;
    private final List<BagFault> faults = new ArrayList<>();
    private final Map<String, BundledRun> runs = new TreeMap<>();

    /// SHA-256 of the files that were summed and are not damaged, by name.
    private final Map<String, String> sha256 = new ConcurrentHashMap<>();

    BundleVerification(Bundle bundle, Reading reading, BytesRead read, Cancellation cancellation) {
        this.bundle = bundle;
        this.archive = bundle.archive();
        this.reading = reading;
        this.read = read;
        this.cancellation = cancellation;
    }

    /// Reads a run whose log is worth all cores, and sums the log in the same go.
    void large(String name, PackedRun run, PackedFile log) throws SourceException {
        CancelledException.check(cancellation);
        BytesRead.Large progress = read.of(log);
        if (log.storage() instanceof PackedFile.Storage.Deflated) {
            sum(log, _ -> {});
            run(name, run, progress);
            progress.end();
            return;
        }
        HeardSums heard = new HeardSums(sums(log));
        run(name, run.heardBy(heard), progress);
        if (!cancellation.requested()) {
            try (LogFile file = archive.open(log)) {
                judge(log, heard.of(file));
            }
            progress.end();
        }
    }

    void run(String name, PackedRun run, Progress progress) {
        PackedFile log = run.logFile();
        long bytes = log == null ? 0 : log.size();
        String folder = log == null ? "" : log.folder();
        RunSnapshot snapshot = null;
        String failure = null;
        try {
            snapshot = reading.of(name, run.summed(sha256), progress).orElse(null);
        } catch (SourceException e) {
            failure = e.getMessage();
        }
        BundledRun said =
                new BundledRun(name, folder, bytes, snapshot, failure, CheckpointResult.NONE);
        synchronized (runs) {
            runs.put(name, said);
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
        return new Sums(claims(file).keySet(), file.storage() instanceof PackedFile.Storage.Summed);
    }

    /// Whether anything says what its bytes should be.
    boolean summable(PackedFile file) {
        return !claims(file).isEmpty()
                || file.storage() instanceof PackedFile.Storage.Summed
                || file.storage() instanceof PackedFile.Storage.Deflated;
    }

    /// Holds a file against its checksums.
    void sum(PackedFile file) throws SourceException {
        sum(file, read::more);
    }

    /// @param bytes hears how many more were read
    private void sum(PackedFile file, LongConsumer bytes) throws SourceException {
        Sums sums = new Sums(claims(file).keySet(), false);
        Refusal damage =
                archive.read(
                        file,
                        piece -> {
                            CancelledException.check(cancellation);
                            bytes.accept(piece.remaining());
                            sums.add(piece);
                        });
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
        String known = computed.get(SumAlgorithm.SHA256);
        if (known != null) {
            sha256.put(file.name(), known);
        }
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
