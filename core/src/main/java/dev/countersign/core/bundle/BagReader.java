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
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a bag declares and lists (RFC 8493), and says what is missing; reads no payload.
final class BagReader {
    /// More than the manifest of as many files as an archive may have.
    private static final long LARGEST = 96L << 20;

    private static final int MOST_NAMED = 5;

    /// What some editors put before a text; not so before a declaration (RFC 8493, 2.1.1).
    private static final String MARK = "\ufeff";

    private static final Pattern INFO_LINE = Pattern.compile("([^:\\s][^:]*):[ \t]*(.*)|[ \t].*");

    private static final Pattern OXUM = Pattern.compile("[0-9]{1,20}\\.[0-9]{1,20}");

    private final Archive archive;
    private final NavigableMap<String, PackedFile> files;
    private final List<BagFault> errors = new ArrayList<>();
    private final List<BagFault> warnings = new ArrayList<>();

    private BagDeclaration declared = BagDeclaration.NONE;

    private BagReader(Archive archive, String base) {
        this.archive = archive;
        this.files = new TreeMap<>();
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
        BagManifests manifests =
                new BagManifests(
                        reader.files,
                        reader::lines,
                        reader.declared,
                        reader.errors,
                        reader.warnings);
        manifests.read();
        reader.payload();
        reader.info();
        for (BagFault fault : places.beside(base)) {
            (fault.kind() == Kind.RUN_BESIDE ? reader.errors : reader.warnings).add(fault);
        }
        return new Bag(base, base + Bag.PAYLOAD, manifests.sums(), reader.errors, reader.warnings);
    }

    private void error(Kind kind, String file) {
        errors.add(BagFault.of(kind, file));
    }

    private void error(Kind kind, String file, String more) {
        errors.add(BagFault.of(kind, file, more));
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
            boolean marked = !name.equals(Bag.DECLARATION) && text.toString().startsWith(MARK);
            return text.toString().substring(marked ? 1 : 0).lines().toList();
        } catch (CharacterCodingException e) {
            error(Kind.ENCODING, name, ": " + declared.encoding());
            return null;
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
