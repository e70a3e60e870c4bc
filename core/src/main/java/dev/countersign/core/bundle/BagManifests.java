// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Reads the manifests of a bag, and holds what they list against what is there.
final class BagManifests {
    /// How many digits checksums have that can be forged: what they list is read, and no more.
    private static final Map<String, Integer> WEAK = Map.of("md5", 32, "sha1", 40);

    private final NavigableMap<String, PackedFile> files;
    private final Lines lines;
    private final BagDeclaration declared;
    private final List<BagFault> errors;
    private final List<BagFault> warnings;
    private final NearName near;
    private final NavigableMap<String, Map<SumAlgorithm, String>> sums = new TreeMap<>();

    /// Files of the payload that any manifest lists.
    private final Set<String> listed = new HashSet<>();

    /// Files that a tag manifest lists, of those that are checked; null if there is none.
    private @Nullable Set<String> vouched;

    private boolean checked;
    private boolean weak;
    private boolean tagged;

    /// Gives the lines of a file.
    interface Lines {
        /// @return null if it cannot be read, which was said
        @Nullable List<String> of(String name) throws SourceException;
    }

    BagManifests(
            NavigableMap<String, PackedFile> files,
            Lines lines,
            BagDeclaration declared,
            List<BagFault> errors,
            List<BagFault> warnings) {
        this.files = files;
        this.lines = lines;
        this.declared = declared;
        this.errors = errors;
        this.warnings = warnings;
        this.near = new NearName(files);
    }

    /// Checksums of files by their name.
    NavigableMap<String, Map<SumAlgorithm, String>> sums() {
        return sums;
    }

    void read() throws SourceException {
        for (String name : List.copyOf(files.keySet())) {
            boolean tag = name.startsWith(Bag.TAG_MANIFEST);
            boolean manifest = tag || name.startsWith(Bag.MANIFEST);
            if (manifest && name.endsWith(Bag.ENDING) && name.indexOf('/') < 0) {
                read(name, tag);
            }
        }
        if (!checked) {
            errors.add(BagFault.of(weak ? Kind.NOT_CHECKED : Kind.NO_MANIFEST, ""));
        }
        if ((checked || weak) && declared.anyManifest()) {
            unlisted(listed, " in any manifest");
        }
        if (!tagged) {
            warnings.add(BagFault.of(Kind.NO_TAG_MANIFEST, ""));
        }
        if (vouched != null) {
            unvouched(vouched);
        }
    }

    private void read(String name, boolean tag) throws SourceException {
        int from = (tag ? Bag.TAG_MANIFEST : Bag.MANIFEST).length();
        String word =
                name.substring(from, name.length() - Bag.ENDING.length()).toLowerCase(Locale.ROOT);
        SumAlgorithm algorithm = SumAlgorithm.of(word);
        int digits = algorithm == null ? WEAK.getOrDefault(word, 0) : algorithm.digits();
        if (algorithm == null) {
            warnings.add(BagFault.of(Kind.UNKNOWN_ALGORITHM, name));
        }
        if (digits == 0) {
            return;
        }
        tagged |= tag;
        checked |= !tag && algorithm != null;
        weak |= !tag && algorithm == null;
        Set<String> these = manifest(name, algorithm, digits, tag);
        if (these == null) {
            return;
        }
        if (tag && algorithm != null) {
            vouched = vouched == null ? new HashSet<>() : vouched;
            vouched.addAll(these);
        } else if (!tag && declared.anyManifest()) {
            listed.addAll(these);
        } else if (!tag) {
            unlisted(these, " in " + name);
        }
    }

    /// @param algorithm null if it is not relied on
    /// @return the files that it lists; null if it cannot be read
    private @Nullable Set<String> manifest(
            String manifest, @Nullable SumAlgorithm algorithm, int digits, boolean tag)
            throws SourceException {
        List<String> all = lines.of(manifest);
        if (all == null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String text : all) {
            number++;
            if (ManifestLine.empty(text)) {
                continue;
            }
            ManifestLine line = ManifestLine.of(text);
            if (line == null || line.sum().length() != digits) {
                error(Kind.MANIFEST_LINE, manifest, ": line " + number);
                continue;
            }
            String name = line.name();
            Kind fault = names.add(name) ? fault(name, tag) : Kind.LISTED_TWICE;
            if (fault != null) {
                error(fault, name, fault == Kind.MISSING ? near.to(name) : "");
            } else if (algorithm != null) {
                sums.computeIfAbsent(name, _ -> new EnumMap<>(SumAlgorithm.class))
                        .put(algorithm, line.sum());
            }
        }
        return names;
    }

    private @Nullable Kind fault(String name, boolean tag) {
        if (name.startsWith(Bag.PAYLOAD) == tag
                || name.startsWith(Bag.TAG_MANIFEST)
                || List.of(name.split("/")).contains("..")) {
            return Kind.OUTSIDE;
        }
        return files.containsKey(name) ? null : Kind.MISSING;
    }

    private void error(Kind kind, String file, String more) {
        errors.add(BagFault.of(kind, file, more));
    }

    private void unlisted(Set<String> names, String where) {
        for (String name : files.tailMap(Bag.PAYLOAD).keySet()) {
            if (name.startsWith(Bag.PAYLOAD) && !names.contains(name)) {
                error(Kind.UNLISTED, name, where);
            }
        }
    }

    private void unvouched(Set<String> names) {
        for (String name : files.keySet()) {
            boolean tag = !name.startsWith(Bag.PAYLOAD) && !name.startsWith(Bag.TAG_MANIFEST);
            if (tag && !names.contains(name)) {
                warnings.add(BagFault.of(Kind.TAG_UNLISTED, name));
            }
        }
    }
}
