// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The names that an archive has used so far. Two that are one on some system, or to the eye, are
/// refused: case, composed or decomposed characters, and variation selectors make no difference.
final class NameRegister {
    private static final char LAST_ASCII = 0x7f;

    private final ArchiveLimits limits;
    private final Map<String, Spelled> byKey = new HashMap<>();

    /// Folders that were met as they are spelled here.
    private final Map<String, Spelled> folders = new HashMap<>();

    private long entries;
    private long bytes;

    private record Spelled(String name, boolean file) {}

    NameRegister(ArchiveLimits limits) {
        this.limits = limits;
    }

    /// Takes a file in.
    ///
    /// @param size decompressed
    void file(String name, long size) throws RefusedException {
        count(name);
        bytes += size;
        if (size < 0 || bytes < 0 || bytes > limits.bytes()) {
            throw new RefusedException(Kind.TOO_LARGE, name);
        }
        above(name);
        Spelled before = byKey.putIfAbsent(key(name), new Spelled(name, true));
        if (before != null) {
            throw new RefusedException(clash(before, name, true), name);
        }
    }

    /// Takes a folder in; the same one may come again.
    void folder(String name) throws RefusedException {
        if (name.equals(EntryName.ROOT)) {
            return;
        }
        count(name);
        above(name);
        enter(name);
    }

    private void count(String name) throws RefusedException {
        entries++;
        if (entries > limits.files()) {
            throw new RefusedException(Kind.TOO_MANY);
        }
        EntryName.check(name, limits);
    }

    private void above(String name) throws RefusedException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            enter(name.substring(0, slash));
        }
    }

    private void enter(String folder) throws RefusedException {
        if (folders.containsKey(folder)) {
            return;
        }
        Spelled spelled = new Spelled(folder, false);
        Spelled before = byKey.putIfAbsent(key(folder), spelled);
        if (before != null) {
            throw new RefusedException(clash(before, folder, false), folder);
        }
        folders.put(folder, spelled);
    }

    private static Kind clash(Spelled before, String name, boolean file) {
        if (before.file != file && before.name.equals(name)) {
            return Kind.FILE_AND_FOLDER;
        }
        return before.name.equals(name) ? Kind.DUPLICATE : Kind.COLLISION;
    }

    private static String key(String name) {
        if (name.chars().allMatch(c -> c <= LAST_ASCII)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String composed =
                Normalizer.normalize(VariationSelectors.without(name), Normalizer.Form.NFC);
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
