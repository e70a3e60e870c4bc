// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.chain.SealedRecord;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A record before it has its place in a log.
///
/// @param at its time; what is finer than a microsecond is cut off
/// @param event its name
/// @param fields what else it says, in the order in which it is written
public record RecordDraft(Instant at, String event, List<Member> fields) {
    private static final Set<String> RESERVED = Set.of("ts", "event", "prev", "hash");

    public RecordDraft {
        fields = List.copyOf(fields);
        if (fields.stream().anyMatch(field -> RESERVED.contains(field.key()))) {
            throw new IllegalArgumentException("the journal writes " + RESERVED + " itself");
        }
    }

    /// A record without further fields.
    public RecordDraft(Instant at, String event) {
        this(at, event, List.of());
    }

    /// The same with one more text field.
    public RecordDraft with(String key, String value) {
        List<Member> more = new ArrayList<>(fields);
        more.add(new Member(key, JsonValue.of(value)));
        return new RecordDraft(at, event, more);
    }

    /// What it says as it stands after another record, without its own hash.
    ///
    /// @param head hash of that one, or the genesis value
    public JsonObject placedAfter(String head) {
        List<Member> all = new ArrayList<>();
        all.add(new Member("ts", JsonValue.of(PythonTime.isoFormat(at))));
        all.add(new Member("event", JsonValue.of(event)));
        all.add(new Member("prev", JsonValue.of(head)));
        all.addAll(fields);
        return new JsonObject(all);
    }

    /// The record as it stands after another.
    ///
    /// @param head hash of that one, or the genesis value
    public SealedRecord sealAfter(String head) {
        return SealedRecord.of(placedAfter(head));
    }
}
