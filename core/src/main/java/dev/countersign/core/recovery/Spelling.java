// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a canonical profile spells values. Not for concurrent use.
final class Spelling {
    private static final int MOST_VALUES = 1 << 16;

    private final CanonicalProfile profile;
    private final JsonReader reader = new JsonReader(MOST_VALUES);
    private final CanonicalWriter writer = new CanonicalWriter();

    Spelling(CanonicalProfile profile) {
        this.profile = profile;
    }

    CanonicalProfile profile() {
        return profile;
    }

    /// The canonical bytes of a value, or null if the profile has no form for it.
    byte @Nullable [] of(JsonValue value) {
        return ofText(value.text());
    }

    /// The canonical bytes of a string with its quotes, or null if the profile has no form for it.
    byte @Nullable [] string(String says) {
        return of(JsonValue.of(says));
    }

    /// The canonical bytes of what stands between the quotes of a string, or null.
    byte @Nullable [] content(String says) {
        byte[] quoted = string(says);
        return quoted == null ? null : Arrays.copyOfRange(quoted, 1, quoted.length - 1);
    }

    /// The canonical bytes of a JSON text in ASCII, or null if it is none or has no form.
    byte @Nullable [] ofText(String json) {
        byte[] text = json.getBytes(StandardCharsets.US_ASCII);
        if (reader.read(text, 0, text.length) != null) {
            return null;
        }
        var out = new ByteArrayOutputStream(text.length);
        return writer.write(reader.tape(), profile, FieldFilter.ALL, out::write) == null
                ? out.toByteArray()
                : null;
    }

    /// What stands between two members.
    String comma() {
        return profile == CanonicalProfile.A ? ", " : ",";
    }

    /// What stands between key and value.
    String colon() {
        return profile == CanonicalProfile.A ? ": " : ":";
    }

    /// Whether a key stands before another: by code point, or by UTF-16 unit.
    boolean before(String key, String other) {
        return profile == CanonicalProfile.J
                ? key.compareTo(other) < 0
                : Arrays.compareUnsigned(
                                key.getBytes(StandardCharsets.UTF_8),
                                other.getBytes(StandardCharsets.UTF_8))
                        < 0;
    }
}
