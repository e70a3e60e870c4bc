// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.archive.Sink;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Collects the files of a bag, sums them, and puts manifests beside them. Each file is read twice:
/// to be summed, and to be packed; it must be the same both times.
final class BagFiles {
    private final Set<SumAlgorithm> algorithms;
    private final PackedSoFar far;
    private final TreeMap<String, Summed> payload = new TreeMap<>();

    private record Summed(Packing.Item item, Map<SumAlgorithm, String> sums) {}

    BagFiles(Set<SumAlgorithm> algorithms, PackedSoFar far) {
        this.far = far;
        this.algorithms = EnumSet.copyOf(algorithms);
    }

    /// Adds what is in memory to the payload.
    ///
    /// @param name below it
    void add(String name, byte[] bytes) {
        payload.put(Bag.PAYLOAD + name, held(Bag.PAYLOAD + name, bytes));
    }

    private Summed held(String name, byte[] bytes) {
        Sums sums = new Sums(algorithms, true);
        sums.add(ByteBuffer.wrap(bytes));
        Packing.Content content = sink -> sink.bytes(ByteBuffer.wrap(bytes));
        return new Summed(new Packing.Item(name, bytes.length, sums.crc(), content), sums.end());
    }

    /// Adds a file of a folder to the payload.
    ///
    /// @param name below it
    /// @throws SourceException if it cannot be read
    void add(String name, Archive folder, PackedFile file) throws SourceException {
        Sums sums = new Sums(algorithms, true);
        read(folder, file, sums::add);
        Map<SumAlgorithm, String> first = sums.end();
        Packing.Content content =
                sink -> {
                    Sums again = new Sums(algorithms, false);
                    read(
                            folder,
                            file,
                            bytes -> {
                                again.add(bytes);
                                sink.bytes(bytes);
                            });
                    if (!again.end().equals(first)) {
                        throw changed(folder, file);
                    }
                };
        String whole = Bag.PAYLOAD + name;
        payload.put(
                whole,
                new Summed(new Packing.Item(whole, file.size(), sums.crc(), content), first));
    }

    private void read(Archive folder, PackedFile file, Sink sink) throws SourceException {
        Refusal refusal = folder.read(file, far.counted(sink));
        if (refusal != null) {
            throw changed(folder, file);
        }
    }

    private static SourceException changed(Archive folder, PackedFile file) {
        return new SourceException(
                folder.named(file),
                folder.named(file)
                        + " changed while it was packed: make sure nothing writes to it, and try"
                        + " again.");
    }

    /// The SHA-256 of a file of the payload, where that is one of the algorithms.
    String sum(String name, SumAlgorithm algorithm) {
        Summed file = payload.get(Bag.PAYLOAD + name);
        String sum = file == null ? null : file.sums.get(algorithm);
        return sum == null ? "" : sum;
    }

    /// The whole bag, in the order it is packed.
    ///
    /// @param base the folder that it lies in, with its slash; empty for none
    List<Packing.Item> bag(String base, String info) {
        TreeMap<String, Summed> tags = new TreeMap<>();
        text(tags, Bag.DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        text(tags, Bag.INFO, info + Bag.OXUM + ": " + oxum() + "\n");
        for (SumAlgorithm algorithm : algorithms) {
            text(tags, Bag.MANIFEST + algorithm.word() + Bag.ENDING, manifest(payload, algorithm));
        }
        TreeMap<String, Summed> above = new TreeMap<>();
        for (SumAlgorithm algorithm : algorithms) {
            String name = Bag.TAG_MANIFEST + algorithm.word() + Bag.ENDING;
            text(above, name, manifest(tags, algorithm));
        }
        List<Packing.Item> items = new ArrayList<>();
        for (TreeMap<String, Summed> part : List.of(tags, above, payload)) {
            for (Summed file : part.values()) {
                Packing.Item item = file.item;
                String name = base + item.name();
                items.add(new Packing.Item(name, item.size(), item.crc(), item.content()));
            }
        }
        return items;
    }

    private void text(Map<String, Summed> files, String name, String text) {
        files.put(name, held(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private String oxum() {
        long bytes = 0;
        for (Summed file : payload.values()) {
            bytes += file.item.size();
        }
        return bytes + "." + payload.size();
    }

    private static String manifest(Map<String, Summed> files, SumAlgorithm algorithm) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, file) ->
                lines.append(file.sums.get(algorithm))
                        .append("  ")
                        .append(name.replace("%", "%25"))
                        .append('\n'));
        return lines.toString();
    }
}
