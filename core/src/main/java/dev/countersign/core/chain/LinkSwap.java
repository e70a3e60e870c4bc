// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.json.JsonValue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Asks of one record: what would its hash be if another link stood in it? A hit proves that only
/// the link was edited.
final class LinkSwap {
    private LinkSwap() {}

    /// @return lower-case hex of the hash of the record in `[from, to)` with `otherLink` as its
    ///   link
    static String compute(
            JsonReader reader,
            byte[] b,
            int from,
            int to,
            ChainFormat format,
            String otherLink,
            FieldFilter covered) {
        if (reader.read(b, from, to) != null) {
            throw new IllegalArgumentException("not a record");
        }
        JsonTape tape = reader.tape();
        int node = tape.find(format.prevField().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(b, from, tape.start(node) - from);
        // whoever edited the log chose this text: it may hold quotes and worse
        line.writeBytes(JsonValue.of(otherLink).text().getBytes(StandardCharsets.US_ASCII));
        line.write(b, tape.end(node), to - tape.end(node));
        byte[] swapped = line.toByteArray();
        HexDigest digest = new HexDigest(format.digest());
        // the link was a string and is one: what was JSON still is
        if (reader.read(swapped, 0, swapped.length) != null) {
            throw new IllegalStateException("a string replaced by a string");
        }
        new CanonicalWriter().write(reader.tape(), format.profile(), covered, digest::update);
        digest.finish();
        return digest.hex();
    }
}
