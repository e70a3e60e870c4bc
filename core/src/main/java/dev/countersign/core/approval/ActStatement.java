// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.json.ProducerForm;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What is signed: a record without `signature` and `hash`, plus what kind of statement it is, the
/// run, and the artifacts that were reviewed (FORMATS 4).
///
/// @param value its members
public record ActStatement(JsonObject value) {
    /// Keys of a record that are not part of what is signed.
    private static final Set<String> NOT_STATED = Set.of("signature", "hash");

    private static final String STATEMENT = "statement";
    private static final String RUN_ID = "run_id";
    private static final String ARTIFACTS = "artifacts";

    /// Keys that the statement adds, so that no record may have them.
    private static final Set<String> ADDED = Set.of(STATEMENT, RUN_ID, ARTIFACTS);

    private static final int MOST_VALUES = 1 << 20;

    /// The statement of a record.
    ///
    /// @param record with or without its signature and hash
    /// @param artifacts name to SHA-256 in lower-case hex
    public static ActStatement of(
            ActKind kind, JsonObject record, String runId, Map<String, String> artifacts) {
        List<Member> members = new ArrayList<>();
        for (Member member : record.members()) {
            if (!NOT_STATED.contains(member.key())) {
                members.add(member);
            }
        }
        JsonValue.ObjectBuilder files = JsonValue.object();
        artifacts.forEach(files::with);
        members.add(new Member(STATEMENT, JsonValue.of(kind.statement())));
        members.add(new Member(RUN_ID, JsonValue.of(runId)));
        members.add(new Member(ARTIFACTS, files.build()));
        return new ActStatement(new JsonObject(members));
    }

    /// A statement from signed bytes; null if they are not a JSON object.
    static @Nullable ActStatement read(byte[] bytes) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        return reader.read(bytes, 0, bytes.length) == null
                        && JsonText.tree(reader.tape()) instanceof JsonObject object
                ? new ActStatement(object)
                : null;
    }

    /// The bytes that are signed: canonical JSON, profile A.
    public byte[] bytes() {
        return ProducerForm.canonical(value);
    }

    /// The run that it names; null if it names none.
    @Nullable String runId() {
        return value.string(RUN_ID);
    }

    /// The artifacts that it names, with their hashes; what has no text for a hash has an empty
    /// one.
    Map<String, String> artifacts() {
        Map<String, String> files = new LinkedHashMap<>();
        if (value.get(ARTIFACTS) instanceof JsonObject(List<Member> members)) {
            for (Member member : members) {
                files.put(
                        member.key(),
                        member.value() instanceof JsonString(String says) ? says : "");
            }
        }
        return files;
    }

    /// What it says otherwise than a record does.
    ///
    /// @param signed the bytes that it was read from
    List<Reason> against(ActKind kind, JsonObject record, byte[] signed) {
        List<Reason> reasons = new ArrayList<>();
        for (String key : ADDED) {
            if (record.get(key) != null) {
                reasons.add(
                        new Reason(
                                "record_field_not_allowed",
                                "The record has a field \"" + key + "\", which a statement adds."));
            }
        }
        if (!(value.get(ARTIFACTS) instanceof JsonObject)) {
            reasons.add(new Reason("statement_artifacts", "The statement names no artifacts."));
        }
        differ(STATEMENT, value.get(STATEMENT), JsonValue.of(kind.statement()), reasons);
        Set<String> keys = new TreeSet<>();
        record.members().forEach(member -> keys.add(member.key()));
        value.members().forEach(member -> keys.add(member.key()));
        keys.removeAll(NOT_STATED);
        keys.removeAll(ADDED);
        for (String key : keys) {
            differ(key, value.get(key), record.get(key), reasons);
        }
        if (reasons.isEmpty() && !Arrays.equals(signed, bytes())) {
            reasons.add(
                    new Reason(
                            "statement_not_canonical",
                            "The signed text says the same as the record, but is not canonical"
                                    + " JSON."));
        }
        return reasons;
    }

    private static void differ(
            String key,
            @Nullable JsonValue signed,
            @Nullable JsonValue found,
            List<Reason> reasons) {
        String stated = signed == null ? null : canonical(signed);
        String said = found == null ? null : canonical(found);
        if (stated == null || !stated.equals(said)) {
            reasons.add(
                    new Reason(
                            "statement_differs",
                            "\""
                                    + key
                                    + "\": signed "
                                    + shown(stated)
                                    + ", the record says "
                                    + shown(said)
                                    + "."));
        }
    }

    private static String canonical(JsonValue value) {
        return new String(ProducerForm.canonical(value), StandardCharsets.US_ASCII);
    }

    private static String shown(@Nullable String text) {
        int longest = 200;
        return text == null
                ? "nothing"
                : text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
