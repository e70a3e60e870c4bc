// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads a text and writes its forms, with one reader and one writer for all texts, as the verifier
/// does.
final class CanonicalForms {
    private final JsonReader reader = new JsonReader(1 << 23);
    private final CanonicalWriter writer = new CanonicalWriter();

    /// Reads a text that stands between others.
    @Nullable JsonProblem read(byte[] text) {
        byte[] padded = new byte[text.length + 9];
        java.util.Arrays.fill(padded, (byte) '"');
        System.arraycopy(text, 0, padded, 4, text.length);
        return reader.read(padded, 4, 4 + text.length);
    }

    String a() {
        return profile(CanonicalProfile.A);
    }

    String b() {
        return profile(CanonicalProfile.B);
    }

    /// Profile J; null where there is none.
    @Nullable String j() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonProblem problem =
                writer.write(reader.tape(), CanonicalProfile.J, FieldFilter.ALL, out::write);
        return problem == null ? out.toString(StandardCharsets.UTF_8) : null;
    }

    String indented() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeIndented(reader.tape(), out::write);
        return out.toString(StandardCharsets.UTF_8);
    }

    String plain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writePlain(reader.tape(), out::write);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String profile(CanonicalProfile profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(reader.tape(), profile, FieldFilter.ALL, out::write);
        return out.toString(StandardCharsets.UTF_8);
    }
}
