// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a file in an archive may be called: only what names the same file, inside the folder it is
/// extracted to, on every system.
final class EntryName {
    /// What the folder is called that everything lies in.
    static final String ROOT = ".";

    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

    private static final String NUMBERED = "0123456789\u00b9\u00b2\u00b3";
    private static final String UNWRITABLE = "<>:\"|?*";

    private EntryName() {}

    /// Strict UTF-8.
    static String decode(byte[] bytes) throws RefusedException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(
                    Kind.NAME_ENCODING, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /// What an entry is called in its archive. A part that is only a dot leads nowhere, as in
    /// `./run/audit.jsonl` of `tar .`; only a file must not end with one.
    ///
    /// @param name as it stands there
    /// @param folder whether it names a folder, which may end with a slash
    /// @return a dot for the folder that everything lies in
    static String plain(String name, boolean folder) {
        String whole = folder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String[] parts = whole.split("/", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals(".") || !folder && i == parts.length - 1) {
                kept.add(parts[i]);
            }
        }
        return kept.isEmpty() ? ROOT : String.join("/", kept);
    }

    /// Refuses a bad one.
    ///
    /// @param name without the slash that marks a folder
    static void check(String name, ArchiveLimits limits) throws RefusedException {
        Kind kind = whole(name, limits);
        if (kind == null) {
            for (String part : name.split("/", -1)) {
                kind = kind == null ? part(part) : kind;
            }
        }
        if (kind != null) {
            throw new RefusedException(kind, name);
        }
    }

    private static @Nullable Kind whole(String name, ArchiveLimits limits) {
        if (name.isEmpty()) {
            return Kind.EMPTY_NAME;
        }
        if (name.startsWith("//") || name.startsWith("\\\\")) {
            return Kind.UNC;
        }
        if (name.startsWith("/") || name.startsWith("\\")) {
            return Kind.ABSOLUTE;
        }
        if (name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
            return Kind.DRIVE;
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > ArchiveLimits.LONGEST_NAME) {
            return Kind.LONG_NAME;
        }
        return name.chars().filter(c -> c == '/').count() > limits.depth() ? Kind.TOO_DEEP : null;
    }

    private static @Nullable Kind part(String part) {
        if (part.isEmpty()) {
            return Kind.EMPTY_NAME;
        }
        // the backslash is a folder on some systems
        List<String> inner = List.of(part.split("\\\\", -1));
        if (inner.contains("..")) {
            return Kind.TRAVERSAL;
        }
        if (inner.contains(".")) {
            return Kind.DOT;
        }
        if (part.indexOf('\\') >= 0) {
            return Kind.BACKSLASH;
        }
        int c;
        for (int i = 0; i < part.length(); i += Character.charCount(c)) {
            c = part.codePointAt(i);
            boolean seen =
                    VariationSelectors.is(c) ? VariationSelectors.chooses(part, i) : visible(c);
            if (!seen) {
                return Kind.CONTROL;
            }
            if (UNWRITABLE.indexOf(c) >= 0) {
                return Kind.CHARACTER;
            }
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            return Kind.TRAILING_DOT;
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > ArchiveLimits.LONGEST_PART) {
            return Kind.LONG_NAME;
        }
        return device(part) ? Kind.RESERVED : null;
    }

    private static boolean device(String part) {
        int dot = part.indexOf('.');
        String stem = (dot < 0 ? part : part.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        boolean port =
                stem.length() == 4
                        && (stem.startsWith("com") || stem.startsWith("lpt"))
                        && NUMBERED.indexOf(stem.charAt(3)) >= 0;
        return port || DEVICES.contains(stem);
    }

    /// Whether a character can be seen and turns nothing around.
    static boolean visible(int c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !ignorable(c);
    }

    /// What Unicode has be drawn as nothing (`Default_Ignorable_Code_Point`) though it is a letter
    /// or a mark.
    private static boolean ignorable(int c) {
        return c == 0x034f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || c >= 0x180b && c <= 0x180f
                || c == 0x2065
                || c == 0x3164
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0xffa0
                || c >= 0xfff0 && c <= 0xfff8
                || c >= 0xe0000 && c <= 0xe0fff;
    }
}
