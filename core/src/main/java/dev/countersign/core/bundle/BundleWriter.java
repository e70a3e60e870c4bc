// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.ArchiveOpening;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoints;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.SelfCheck;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// Makes bundles: the runs as they are, broken ones included, each with a checkpoint if it is
/// intact, what it takes to check its signatures, the policy, the anchors, and an index.
public final class BundleWriter {
    /// Always the same, so that the same runs give the same bytes under any file name.
    private static final String BASE = "bundle/";

    private static final String POLICY = "policy.json";
    private static final int LARGEST_ANCHOR = 64 << 20;

    private final RunReader reader;
    private final ArchiveLimits limits;

    /// @param reader reads the runs
    /// @param limits that hold for whoever opens the bundle, too
    public BundleWriter(RunReader reader, ArchiveLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /// Writes a bundle.
    ///
    /// @param out a new file, or a new folder, that lies in no evidence
    /// @throws SourceException if a run cannot be read or packed, or the bundle not be written
    public void write(BundleOrder order, Path out) throws SourceException {
        boolean _ = write(order, out, Runnable::run, Progress.NONE, Cancellation.NEVER);
    }

    /// Writes a bundle, for somebody who waits.
    ///
    /// @param out a new file, or a new folder
    /// @param helpers lends threads that wait for the disk
    /// @param progress counts bytes: each file is read to be summed and to be packed
    /// @return false if it was cancelled: nothing is left of it then
    /// @throws SourceException as {@link #write(BundleOrder, Path)}
    public boolean write(
            BundleOrder order,
            Path out,
            Executor helpers,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        BundlePlace.bundled(out);
        try {
            PackedSoFar far = new PackedSoFar(progress, cancellation);
            return new Packing(order.form(), order.deflate(), order.at(), limits)
                    .write(out, files(order, far), helpers, cancellation);
        } catch (CancelledException e) {
            return false;
        }
    }

    private List<Packing.Item> files(BundleOrder order, PackedSoFar far) throws SourceException {
        BagFiles files = new BagFiles(order.sums(), far);
        Map<String, Path> runs = named(order);
        for (Path run : runs.values()) {
            try (Archive folder = opened(run)) {
                far.expect(folder);
            }
        }
        TreeMap<String, JsonValue> entries = new TreeMap<>();
        for (Map.Entry<String, Path> run : runs.entrySet()) {
            entries.put(run.getKey(), run(run.getKey(), run.getValue(), order, files, far));
        }
        files.add(POLICY, order.policy().toArray());
        anchors(order.anchors(), files);
        JsonValue index =
                JsonValue.object()
                        .with("format", BundleIndex.FORMAT)
                        .with("version", BundleIndex.VERSION)
                        .with("created_at", order.at().toString())
                        .with("software", order.software())
                        .with("policy", POLICY)
                        .with("runs", new JsonArray(List.copyOf(entries.values())))
                        .build();
        files.add(BundleIndex.FILE, text(index));
        String base = order.form() == Archive.Form.FOLDER ? "" : BASE;
        return files.bag(base, info(order));
    }

    private static Map<String, Path> named(BundleOrder order) throws SourceException {
        Map<String, Path> runs = new TreeMap<>();
        for (Path run : order.runs()) {
            if (EvidencePath.of(run).kind() != EvidencePath.Kind.RUN_DIRECTORY) {
                throw new SourceException(
                        run, run + " is no run directory: only such are bundled.");
            }
            Path last = whole(run).getFileName();
            Path before = runs.put(last == null ? "run" : last.toString(), run);
            if (before != null && whole(run).equals(whole(before))) {
                throw new SourceException(run, run + " is named twice: name it once.");
            }
            if (before != null) {
                throw new SourceException(
                        run,
                        run + " and " + before + " have one name: give one of them another name.");
            }
        }
        return runs;
    }

    private static Path whole(Path run) {
        return run.toAbsolutePath().normalize();
    }

    /// @return its entry of the index
    private JsonValue run(
            String name, Path path, BundleOrder order, BagFiles files, PackedSoFar far)
            throws SourceException {
        try (Archive folder = opened(path)) {
            RunSnapshot run =
                    reader.read(path, VerifyRequest.DEFAULT, far.verifying(), far.cancellation())
                            .orElseThrow(CancelledException::new);
            far.verified(folder);
            for (PackedFile file : folder.files().values()) {
                files.add(runFolder(name) + "/" + file.name(), folder, file);
            }
            ChainReport chain = run.chain();
            if (chain == null) {
                throw new SourceException(path, path + " has no log that can be read.");
            }
            String checkpoint = checkpoint(name, path, chain, order, files);
            SelfCheck check =
                    SelfCheck.beside(run, "../../" + runFolder(name) + "/" + EvidencePath.RUN_LOG);
            if (check.signed()) {
                for (Map.Entry<String, Octets> file : check.files().entrySet()) {
                    String whole = "signatures/" + name + "/" + file.getKey();
                    files.add(whole, file.getValue().toArray());
                }
            }
            return JsonValue.object()
                    .with("name", name)
                    .with("path", runFolder(name))
                    .with("run_id", run.runId())
                    .with("format", chain.format().name())
                    .with("verdict", chain.verdict().word())
                    .with("records", chain.records())
                    .with("head", chain.head())
                    .with("checkpoint", checkpoint)
                    .build();
        }
    }

    private static String runFolder(String name) {
        return "runs/" + name;
    }

    private Archive opened(Path run) throws SourceException {
        ArchiveOpening opening = Archive.open(run, limits);
        return switch (opening) {
            case ArchiveOpening.Opened(Archive archive) -> archive;
            case ArchiveOpening.Refused(Refusal refusal) ->
                    throw new SourceException(
                            run, run + " cannot be bundled: " + refusal.sentence() + ".");
        };
    }

    /// @return its name; null if none was taken, because it would vouch for a broken log
    private static @Nullable String checkpoint(
            String name, Path path, ChainReport chain, BundleOrder order, BagFiles files)
            throws SourceException {
        if (chain.verdict() != Verdict.INTACT) {
            return null;
        }
        String file = "checkpoints/" + name + ".json";
        try (LogFile log = LogFile.open(path.resolve(EvidencePath.RUN_LOG))) {
            files.add(file, text(Descriptions.toJson(Checkpoints.take(log, chain, order.at()))));
        }
        return file;
    }

    private static byte[] text(JsonValue value) {
        return (value.text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void anchors(@Nullable Path folder, BagFiles files) throws SourceException {
        if (folder == null) {
            return;
        }
        for (Path anchor : SmallFile.list(folder)) {
            files.add("trust/" + anchor.getFileName(), SmallFile.read(anchor, LARGEST_ANCHOR));
        }
    }

    private static String info(BundleOrder order) {
        return "Bag-Software-Agent: "
                + order.software()
                + "\nBagging-Date: "
                + order.at().atZone(ZoneOffset.UTC).toLocalDate()
                + "\nExternal-Description: "
                + order.runs().size()
                + " run(s) with their evidence\n";
    }
}
