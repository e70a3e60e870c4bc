// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One event as it stands in the ledger. It is read leniently: a text that an edited line no longer
/// has is empty here, and the line is still shown. Whether it is right is what {@link
/// LedgerStore#verify} says.
///
/// @param position 0-based place in the chain
/// @param line the exact text that is exported, ASCII, without a line end
/// @param eventId UUID
/// @param timestamp UTC with `Z`; six fraction digits, none when zero
/// @param actorId who
/// @param actorType word of {@link Actor.Type}
/// @param action what
/// @param resourceType kind of thing
/// @param resourceId which
/// @param outcome word of {@link EventOutcome}
/// @param details what else; secrets are redacted
/// @param previousHash hash of the event before, empty on the first
/// @param eventHash hash of this one
/// @param origin the fields that the hash does not cover
public record LedgerEvent(
        long position,
        String line,
        String eventId,
        String timestamp,
        String actorId,
        String actorType,
        String action,
        String resourceType,
        String resourceId,
        String outcome,
        JsonObject details,
        String previousHash,
        String eventHash,
        Origin origin) {
    private static final int MOST_VALUES = 1 << 20;
    private static final JsonObject NOTHING = new JsonObject(List.of());

    /// Reads a line of a store.
    public static LedgerEvent of(long position, String line) {
        JsonObject o = object(line);
        return new LedgerEvent(
                position,
                line,
                text(o, "event_id"),
                text(o, "timestamp"),
                text(o, "actor_id"),
                text(o, "actor_type"),
                text(o, "action"),
                text(o, "resource_type"),
                text(o, "resource_id"),
                text(o, "outcome"),
                o.get("details") instanceof JsonObject details ? details : NOTHING,
                text(o, "previous_hash"),
                text(o, "event_hash"),
                new Origin(
                        o.string("ip_address"),
                        o.string("user_agent"),
                        o.string("request_id"),
                        o.string("session_id")));
    }

    private static JsonObject object(String line) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        boolean json = reader.read(bytes, 0, bytes.length) == null;
        return json && JsonText.tree(reader.tape()) instanceof JsonObject o ? o : NOTHING;
    }

    private static String text(JsonObject o, String key) {
        @Nullable String says = o.string(key);
        return says == null ? "" : says;
    }
}
