// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.json.ProducerForm;

import java.util.ArrayList;
import java.util.List;

/// A run log record with its own hash, ready to be written (FORMATS 2, format A).
///
/// @param line as the producer writes it, without the line feed
/// @param hash lower-case hex
public record SealedRecord(String line, String hash) {
    /// Seals the fields: `hash` comes last and covers all the others.
    ///
    /// @param fields in the order in which they are written, `prev` among them
    /// @throws IllegalArgumentException if a hash is among them
    public static SealedRecord of(JsonObject fields) {
        if (fields.get(ChainFormat.A.hashField()) != null) {
            throw new IllegalArgumentException("a record is sealed once");
        }
        String hash = FileDigest.sha256(ProducerForm.canonical(fields));
        List<Member> all = new ArrayList<>(fields.members());
        all.add(new Member(ChainFormat.A.hashField(), new JsonString(hash)));
        JsonValue sealed = new JsonObject(all);
        return new SealedRecord(ProducerForm.line(sealed), hash);
    }
}
