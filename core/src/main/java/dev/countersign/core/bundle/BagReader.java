// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.bundle.BagFault.Kind;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a bag declares and lists (RFC 8493), and says what is missing; reads no payload.
final class BagReader {
    /// More than the manifest of as many files as an archive may have.
    private static final long LARGEST = 96L << 20;

    private static final int MOST_NAMED = 5;

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \t]+(\\S.*)");
    private static final Pattern INFO_LINE = Pattern.compile("([^:\\s][^:]*):[ \t]*(.*)|[ \t].*");

    private static final Pattern OXUM = Pattern.compile("[0-9]{1,20}\\.[0-9]{1,20}");

    private final Archive archive;
    private final NavigableMap<String, PackedFile> files;
    private final NearName near;
    private final NavigableMap<String, Map<SumAlgorithm, String>> sums = new TreeMap<>();
    private final List<BagFault> errors = new ArrayList<>();
    private final List<BagFault> warnings = new ArrayList<>();

    private BagDeclaration declared = BagDeclaration.NONE;

    private BagReader(Archive archive, String base) {
        this.archive = archive;
        this.files = new TreeMap<>();
        this.near = new NearName(files);
        archive.files()
                .forEach((name, file) -> {
                    if (name.startsWith(base)) {
                        files.put(name.substring(base.length()), file);
                    }
                });
    }

    /// Reads the bag of an archive. Of several, none: which of them was meant is not ours to say.
    ///
    /// @return null if there is none
    static @Nullable Bag read(Archive archive) throws SourceException {
        BagPlaces places = new BagPlaces(archive.files());
        List<String> bases = places.bases();
        if (bases.isEmpty()) {
            return null;
        }
        if (bases.size() > 1) {
            String names = String.join(", ", bases.subList(0, Math.min(MOST_NAMED, bases.size())));
            String more = bases.size() > MOST_NAMED ? " and others" : "";
            BagFault several = BagFault.of(Kind.SEVERAL_BAGS, "", names + more);
            return new Bag("", "", new TreeMap<>(), List.of(several), List.of());
        }
        String base = bases.getFirst();
        BagReader reader = new BagReader(archive, base);
        reader.declaration();
        reader.manifests();
        reader.payload();
        reader.info();
        for (BagFault fault : places.beside(base)) {
            (fault.kind() == Kind.RUN_BESIDE ? reader.errors : reader.warnings).add(fault);
        }
        return new Bag(base, base + Bag.PAYLOAD, reader.sums, reader.errors, reader.warnings);
    }

    private void error(Kind kind, String file) {
        errors.add(BagFault.of(kind, file));
    }

    private void error(Kind kind, String file, String more) {
        errors.add(BagFault.of(kind, file, more));
    }

    private void warning(Kind kind, String file) {
        warnings.add(BagFault.of(kind, file));
    }

    private void declaration() throws SourceException {
        if (files.containsKey(Bag.FETCH)) {
            error(Kind.FETCH, Bag.FETCH);
        }
        if (!files.containsKey(Bag.DECLARATION)) {
            error(Kind.NO_DECLARATION, Bag.DECLARATION);
            return;
        }
        List<String> lines = lines(Bag.DECLARATION);
        if (lines == null) {
            return;
        }
        BagDeclaration read = BagDeclaration.of(lines);
        if (read == null) {
            error(Kind.DECLARATION, Bag.DECLARATION);
        } else {
            declared = read;
        }
    }

    /// The lines of a small file; null if it is too large, damaged or not encoded as declared,
    /// which is an error of it.
    private @Nullable List<String> lines(String name) throws SourceException {
        PackedFile file = files.get(name);
        if (file == null || file.size() > LARGEST) {
            error(Kind.TOO_LARGE, name);
            return null;
        }
        byte[] bytes = archive.bytes(file);
        if (bytes == null) {
            error(Kind.DAMAGED, name);
            return null;
        }
        try {
            CharBuffer text = declared.encoding().newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().lines().toList();
        } catch (CharacterCodingException e) {
            error(Kind.ENCODING, name, ": " + declared.encoding());
            return null;
        }
    }

    private void manifests() throws SourceException {
        int payload = 0;
        int tags = 0;
        Set<String> any = new HashSet<>();
        for (String name : List.copyOf(files.keySet())) {
            boolean tag = name.startsWith(Bag.TAG_MANIFEST);
            boolean manifest = tag || name.startsWith(Bag.MANIFEST);
            if (!manifest || !name.endsWith(Bag.ENDING) || name.indexOf('/') >= 0) {
                continue;
            }
            int from = (tag ? Bag.TAG_MANIFEST : Bag.MANIFEST).length();
            String word = name.substring(from, name.length() - Bag.ENDING.length());
            SumAlgorithm algorithm = SumAlgorithm.of(word.toLowerCase(Locale.ROOT));
            if (algorithm == null) {
                warning(Kind.UNKNOWN_ALGORITHM, name);
                continue;
            }
            Set<String> listed = manifest(name, algorithm, tag);
            payload += tag ? 0 : 1;
            tags += tag ? 1 : 0;
            if (listed != null && tag) {
                unvouched(listed);
            } else if (listed != null && declared.anyManifest()) {
                any.addAll(listed);
            } else if (listed != null) {
                unlisted(listed, " in " + name);
            }
        }
        if (payload == 0) {
            error(Kind.NO_MANIFEST, "");
        } else if (declared.anyManifest()) {
            unlisted(any, " in any manifest");
        }
        if (tags == 0) {
            warning(Kind.NO_TAG_MANIFEST, "");
        }
    }

    /// @return the files that it lists; null if it cannot be read
    private @Nullable Set<String> manifest(String manifest, SumAlgorithm algorithm, boolean tag)
            throws SourceException {
        List<String> lines = lines(manifest);
        if (lines == null) {
            return null;
        }
        Set<String> listed = new HashSet<>();
        int number = 0;
        for (String line : lines) {
            number++;
            Matcher matcher = LINE.matcher(line);
            String sum = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
            if (!algorithm.isSum(sum)) {
                error(Kind.MANIFEST_LINE, manifest, ": line " + number);
                continue;
            }
            String name = decoded(matcher.group(2));
            if (!listed.add(name)) {
                error(Kind.LISTED_TWICE, name);
            } else if (name.startsWith(Bag.PAYLOAD) == tag
                    || name.startsWith(Bag.TAG_MANIFEST)
                    || List.of(name.split("/")).contains("..")) {
                error(Kind.OUTSIDE, name, near.to(name));
            } else if (!files.containsKey(name)) {
                error(Kind.MISSING, name, near.to(name));
            } else {
                sums.computeIfAbsent(name, _ -> new EnumMap<>(SumAlgorithm.class))
                        .put(algorithm, sum);
            }
        }
        return listed;
    }

    /// Line ends and percent signs are the only ones that are encoded.
    private static String decoded(String name) {
        return name.replace("%0A", "\n")
                .replace("%0a", "\n")
                .replace("%0D", "\r")
                .replace("%0d", "\r")
                .replace("%25", "%");
    }

    private void unlisted(Set<String> listed, String where) {
        for (String name : files.tailMap(Bag.PAYLOAD).keySet()) {
            if (name.startsWith(Bag.PAYLOAD) && !listed.contains(name)) {
                error(Kind.UNLISTED, name, where);
            }
        }
    }

    private void unvouched(Set<String> listed) {
        for (String name : files.keySet()) {
            boolean tag = !name.startsWith(Bag.PAYLOAD) && !name.startsWith(Bag.TAG_MANIFEST);
            if (tag && !listed.contains(name)) {
                warning(Kind.TAG_UNLISTED, name);
            }
        }
    }

    private void payload() {
        if (files.tailMap(Bag.PAYLOAD).isEmpty()
                || !files.ceilingKey(Bag.PAYLOAD).startsWith(Bag.PAYLOAD)) {
            error(Kind.NO_PAYLOAD, Bag.PAYLOAD);
        }
    }

    private void info() throws SourceException {
        List<String> lines = files.containsKey(Bag.INFO) ? lines(Bag.INFO) : List.of();
        if (lines == null) {
            return;
        }
        boolean counts = false;
        String said = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = INFO_LINE.matcher(lines.get(i));
            if (!matcher.matches()) {
                warnings.add(BagFault.of(Kind.INFO_LINE, Bag.INFO, ": line " + (i + 1)));
            } else if (matcher.group(1) == null) {
                said = (said + " " + lines.get(i).strip()).strip(); // a value goes on
            } else {
                count(counts, said);
                counts = Bag.OXUM.equalsIgnoreCase(matcher.group(1).strip());
                said = matcher.group(2).strip();
            }
        }
        count(counts, said);
    }

    private void count(boolean counts, String said) {
        String is = oxum();
        if (counts && !said.equals(is)) {
            String shown = OXUM.matcher(said).matches() ? said : "no two numbers";
            error(Kind.OXUM, Bag.INFO, ": it has " + shown + ", there are " + is);
        }
    }

    private String oxum() {
        long bytes = 0;
        long count = 0;
        for (Map.Entry<String, PackedFile> file : files.entrySet()) {
            if (file.getKey().startsWith(Bag.PAYLOAD)) {
                bytes += file.getValue().size();
                count++;
            }
        }
        return bytes + "." + count;
    }
}
