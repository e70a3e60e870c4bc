// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.SealedRecord;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.json.ProducerForm;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A signed act as a file, for a run that lies where nothing may be written: it is carried to where
/// the run lives, and imported there under the same rules (FORMATS 4).
///
/// @param runId the run that it was made for
/// @param head the only head that it may follow
/// @param record the whole record, with signature and hash
public record Response(String runId, String head, JsonObject record) {
    private static final String FORMAT = "countersign/response/v1";
    private static final String SIGNATURE = "signature";
    private static final String HASH = "hash";
    private static final int MOST_VALUES = 10_000;
    private static final int BEGINNING = 256;
    private static final Pattern BEGINS =
            Pattern.compile("\\s*\\{\\s*\"format\"\\s*:\\s*\"" + Pattern.quote(FORMAT) + "\"");

    /// The response that carries a signed act.
    public static Response of(SignedEntry entry) {
        SigningRequest request = entry.request();
        JsonObject record = entry.draft().placedAfter(request.head());
        JsonValue.ObjectBuilder full = JsonValue.object();
        record.members().forEach(member -> full.with(member.key(), member.value()));
        full.with(HASH, entry.draft().sealAfter(request.head()).hash());
        return new Response(request.runId(), request.head(), full.build());
    }

    /// Its signature; empty if it has none that can be read.
    public Optional<Octets> cms() {
        String signature = record.string(SIGNATURE);
        return signature == null ? Optional.empty() : Octets.ofBase64(signature);
    }

    /// The same with a time-stamp in its signature: what was signed does not change, the record's
    /// own hash does.
    ///
    /// @param cms the signature with its time-stamp
    public Response stamped(Octets cms) {
        List<Member> members = new ArrayList<>();
        for (Member member : record.members()) {
            if (member.key().equals(SIGNATURE)) {
                members.add(new Member(SIGNATURE, JsonValue.of(cms.base64())));
            } else if (!member.key().equals(HASH)) {
                members.add(member);
            }
        }
        String hash = SealedRecord.of(new JsonObject(members)).hash();
        members.add(new Member(HASH, JsonValue.of(hash)));
        return new Response(runId, head, new JsonObject(members));
    }

    /// Whether a file begins as a response does; its rest is not looked at.
    ///
    /// @throws SourceException if it cannot be read
    public static boolean begins(Path file) throws SourceException {
        try (LogFile opened = LogFile.open(file)) {
            ByteBuffer start = ByteBuffer.allocate(BEGINNING);
            opened.read(start, 0);
            String text = new String(start.array(), StandardCharsets.ISO_8859_1);
            return BEGINS.matcher(text).lookingAt();
        }
    }

    /// Reads a response file.
    ///
    /// @throws SourceException if it cannot be read
    public static Described<Response> read(Path file) throws SourceException {
        byte[] bytes = SmallFile.read(file);
        JsonReader reader = new JsonReader(MOST_VALUES);
        JsonProblem problem = reader.read(bytes, 0, bytes.length);
        if (problem != null) {
            return new Described.IsNot<>(
                    "is not JSON ("
                            + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + " at byte "
                            + problem.at()
                            + "): give the response file as it was written");
        }
        if (JsonText.tree(reader.tape()) instanceof JsonObject object
                && FORMAT.equals(object.string("format"))
                && object.get("record") instanceof JsonObject record) {
            String runId = object.string("run_id");
            String head = object.string("head");
            if (runId != null && head != null) {
                return new Described.Is<>(new Response(runId, head, record));
            }
        }
        return new Described.IsNot<>(
                "is no response: it needs \"format\": \"" + FORMAT + "\", run_id, head and record");
    }

    /// Writes it as a new file.
    ///
    /// @throws SourceException if there is a file already, or it cannot be written
    public void write(Path file) throws SourceException {
        JsonObject value =
                JsonValue.object()
                        .with("format", FORMAT)
                        .with("run_id", runId)
                        .with("head", head)
                        .with("record", record)
                        .build();
        SmallFile.create(
                file, (ProducerForm.indented(value) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
