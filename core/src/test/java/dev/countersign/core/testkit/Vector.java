// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One canonicalisation vector, written by CPython 3.11 (columns a, b, indent2, sha256_a) and a JCS
/// implementation (j).
///
/// @param text a JSON text
/// @param a profile A
/// @param b profile B
/// @param indent2 `json.dumps(x, indent=2)`
/// @param sha256a SHA-256 of profile A, hex
/// @param j profile J; absent where RFC 8785 has none
public record Vector(
        String text, String a, String b, String indent2, String sha256a, @Nullable String j) {
    /// All vectors, in the order of the file.
    public static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>();
        for (String line : resource("/vectors/canonical.jsonl").split("\n")) {
            SlowValue.Obj o = (SlowValue.Obj) SlowJson.parse(line.getBytes(StandardCharsets.UTF_8));
            vectors.add(
                    new Vector(
                            need(o, "text"),
                            need(o, "a"),
                            need(o, "b"),
                            need(o, "indent2"),
                            need(o, "sha256_a"),
                            o.text("j")));
        }
        return vectors;
    }

    private static String need(SlowValue.Obj object, String key) {
        return Objects.requireNonNull(object.text(key), key);
    }

    private static String resource(String name) {
        try (InputStream in = Vector.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
