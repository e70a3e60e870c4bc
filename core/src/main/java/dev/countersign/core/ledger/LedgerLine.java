// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.RecordSeal;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/// Makes the line of an event: the same act, time and identity give the same bytes in every store.
public final class LedgerLine {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private LedgerLine() {}

    /// What tells events of the same act apart.
    ///
    /// @param position 0-based place in the chain
    /// @param previousHash hash of the event before, empty on the first
    /// @param id its own identity
    /// @param at when it happened; counted in microseconds
    public record Place(long position, String previousHash, UUID id, Instant at) {}

    /// The event: details redacted, then hashed, then written with Python's default separators and
    /// the fields in the order of FORMATS 2.
    public static LedgerEvent of(LedgerEntry entry, Place place) {
        JsonValue.ObjectBuilder covered =
                JsonValue.object()
                        .with("event_id", place.id().toString())
                        .with("timestamp", timestamp(place.at()))
                        .with("actor_id", entry.actor().id())
                        .with("actor_type", entry.actor().type().word())
                        .with("action", entry.action())
                        .with("resource_type", entry.resource().type())
                        .with("resource_id", entry.resource().id())
                        .with("outcome", entry.outcome().word())
                        .with("details", Redaction.of(entry.details()))
                        .with("previous_hash", place.previousHash());
        String hash = new RecordSeal(ChainFormat.B).of(covered.build());
        Origin origin = entry.origin();
        JsonObject record =
                covered.with("event_hash", hash)
                        .with("ip_address", origin.ipAddress())
                        .with("user_agent", origin.userAgent())
                        .with("request_id", origin.requestId())
                        .with("session_id", origin.sessionId())
                        .build();
        return LedgerEvent.of(place.position(), spelled(record));
    }

    /// As CPython's `json.dumps`, numbers and repeated keys too: the verifier of a ledger takes any
    /// other spelling for an edit.
    private static String spelled(JsonObject record) {
        byte[] text = record.text().getBytes(StandardCharsets.US_ASCII);
        JsonReader reader = new JsonReader(Integer.MAX_VALUE);
        if (reader.read(text, 0, text.length) != null) {
            throw new IllegalStateException("a tree's text is JSON: " + record);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        new CanonicalWriter().writePlain(reader.tape(), out::write);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /// UTC with `Z`; six fraction digits, none when they are zero.
    public static String timestamp(Instant at) {
        boolean whole =
                at.truncatedTo(ChronoUnit.SECONDS).equals(at.truncatedTo(ChronoUnit.MICROS));
        return (whole ? SECONDS : MICROSECONDS).format(at) + "Z";
    }

    /// The same with six digits always, so that texts order as times do.
    static String sortable(Instant at) {
        return MICROSECONDS.format(at) + "Z";
    }
}
