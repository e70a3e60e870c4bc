// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// What a bundle says of its runs: which there are, and how they stood when it was made.
///
/// @param runs by the name of their folder below the payload
/// @param readable whether it could be read; absent counts as such
record BundleIndex(TreeMap<String, Entry> runs, boolean readable) {
    static final String FILE = "index.json";
    static final String FORMAT = "countersign-bundle";
    static final int VERSION = 1;

    private static final int LARGEST = 64 << 20;
    private static final int MOST_VALUES = 4 << 20;

    /// One run.
    ///
    /// @param records when it was packed
    /// @param head when it was packed; null if it had none
    /// @param checkpoint name of its file below the payload; null if none was taken
    record Entry(long records, @Nullable String head, @Nullable String checkpoint) {}

    /// Reads that of a bundle; null if it has none.
    static @Nullable BundleIndex read(Bundle bundle) throws SourceException {
        Bag bag = bundle.bag();
        PackedFile file = bag == null ? null : payload(bundle, bag, FILE);
        if (file == null) {
            return null;
        }
        BundleIndex index = new BundleIndex(new TreeMap<>(), true);
        JsonObject root = file.size() > LARGEST ? null : object(bundle.archive(), file);
        if (root == null
                || !FORMAT.equals(root.string("format"))
                || !(root.get("runs") instanceof JsonArray(List<JsonValue> runs))) {
            return new BundleIndex(new TreeMap<>(), false);
        }
        for (JsonValue run : runs) {
            if (run instanceof JsonObject said
                    && said.get("records") instanceof JsonNumber records) {
                Long count = records.toLong();
                index.runs.put(
                        Objects.requireNonNullElse(said.string("path"), ""),
                        new Entry(
                                count == null ? -1 : count,
                                said.string("head"),
                                said.string("checkpoint")));
            }
        }
        return index;
    }

    private static @Nullable PackedFile payload(Bundle bundle, Bag bag, String name) {
        return bundle.archive().files().get(bag.payload() + name);
    }

    private static @Nullable JsonObject object(Archive archive, PackedFile file)
            throws SourceException {
        JsonReader reader = new JsonReader(MOST_VALUES);
        byte[] bytes = archive.bytes(file);
        return bytes != null
                        && reader.read(bytes, 0, bytes.length) == null
                        && JsonText.tree(reader.tape()) instanceof JsonObject object
                ? object
                : null;
    }

    /// The checkpoint that the bundle has of a run; null if it has none that can be read.
    static @Nullable Checkpoint checkpoint(
            Bundle bundle, String folder, @Nullable BundleIndex index) throws SourceException {
        Bag bag = bundle.bag();
        Entry entry = bag == null || index == null ? null : index.runs.get(below(bag, folder));
        String name = entry == null ? null : entry.checkpoint();
        PackedFile file = bag == null || name == null ? null : payload(bundle, bag, name);
        if (file == null || file.size() > LARGEST) {
            return null;
        }
        byte[] bytes = bundle.archive().bytes(file);
        return bytes != null
                        && Descriptions.checkpoint(bytes) instanceof Described.Is<Checkpoint> is
                ? is.value()
                : null;
    }

    private static String below(Bag bag, String folder) {
        return folder.substring(bag.payload().length());
    }

    /// How a log that was just verified stands to the checkpoint that was packed with it. Nothing
    /// may follow: a bundle is what was packed.
    static CheckpointResult compare(@Nullable Checkpoint checkpoint, @Nullable ChainReport chain) {
        if (checkpoint == null) {
            return CheckpointResult.NONE;
        }
        if (chain == null || chain.records() < checkpoint.records()) {
            return CheckpointResult.TAIL_MISSING;
        }
        if (chain.records() > checkpoint.records()) {
            return CheckpointResult.TAIL_APPENDED;
        }
        return checkpoint.head().equals(chain.head())
                ? CheckpointResult.MATCH
                : CheckpointResult.HEAD_MISMATCH;
    }

    /// What it says that is not so.
    ///
    /// @param found the runs that were read
    List<String> disagreements(Bag bag, List<BundledRun> found) {
        List<String> sentences = new ArrayList<>();
        if (!readable) {
            sentences.add("The index of the bundle (" + FILE + ") cannot be read.");
            return sentences;
        }
        TreeMap<String, Entry> left = new TreeMap<>(runs);
        for (BundledRun run : found) {
            Entry entry = left.remove(below(bag, run.folder()));
            ChainReport chain = run.snapshot() == null ? null : run.snapshot().chain();
            if (entry == null) {
                sentences.add("The index does not name the run " + run.name() + ".");
            } else if (chain != null
                    && (chain.records() != entry.records()
                            || !Objects.equals(chain.head(), entry.head()))) {
                sentences.add(
                        "The index says another head or number of records of the run "
                                + run.name()
                                + ".");
            }
        }
        for (String folder : left.keySet()) {
            sentences.add("The index names a run that is not there: " + folder + ".");
        }
        return sentences;
    }
}
