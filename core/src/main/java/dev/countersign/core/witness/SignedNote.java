// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Described;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text signed by any number of keys, as c2sp.org/signed-note has it. Immutable.
///
/// @param text what is signed, its last line feed included
/// @param signatures in the order of their lines, known or not
public record SignedNote(String text, List<NoteSignature> signatures) {
    static final String DASH = "\u2014 ";

    /// More than a witnessed checkpoint has; the specification asks for 16 at least.
    private static final int MOST_SIGNATURES = 100;

    private static final int MOST_BYTES = 1 << 20;

    /// Id, and at least one byte of signature.
    private static final int LEAST_BYTES = 5;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /// Reads one, strictly: what is no note in the letter of the specification is none.
    public static Described<SignedNote> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return no("has more bytes than any checkpoint");
        }
        String all = utf8(bytes);
        if (all == null) {
            return no("is not UTF-8");
        }
        if (all.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return no("has a control character");
        }
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || !all.endsWith("\n") || end + 2 == all.length()) {
            return no("has no signature lines after an empty line");
        }
        String[] lines = all.substring(end + 2, all.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            return no("has more than " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            NoteSignature signature = signature(line);
            if (signature == null) {
                return no("has a signature line that is none");
            }
            signatures.add(signature);
        }
        return new Described.Is<>(new SignedNote(all.substring(0, end + 1), signatures));
    }

    private static Described<SignedNote> no(String why) {
        return new Described.IsNot<>("is no signed note: it " + why);
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable NoteSignature signature(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            return null;
        }
        String name = line.substring(DASH.length(), space);
        Octets bytes = Octets.ofBase64(line.substring(space + 1)).orElse(null);
        return bytes == null || bytes.length() < LEAST_BYTES || !NoteName.good(name)
                ? null
                : new NoteSignature(name, bytes);
    }

    /// With one more signature; one of the same key is replaced.
    SignedNote with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.removeIf(s -> s.name().equals(signature.name()) && s.keyId().equals(signature.keyId()));
        all.add(signature);
        return new SignedNote(text, all);
    }

    /// As it stands in a file.
    public String write() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()).append('\n'));
        return out.toString();
    }
}
