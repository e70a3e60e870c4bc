// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The producer's checkpoint, as it was found. Nothing that it names is ever followed.
///
/// @param problem why it says nothing; null if it was read
/// @param value all of it; null if it was not read
/// @param payloadId the run id that its payload gives; null if it has none, or no workflow is known
/// @param fault where it cannot be read, and why; null if that is not its problem
record StateFile(
        Check.@Nullable Why problem,
        @Nullable JsonObject value,
        @Nullable String payloadId,
        Check.@Nullable Evidence fault) {
    private static final long LARGEST = 64L << 20;
    private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.UTF_8);
    private static final int ID_DIGITS = 12;

    /// Reads it.
    ///
    /// @param workflow what the run is a run of; null if nothing says
    /// @throws SourceException if it is there and cannot be read
    static StateFile read(RunFolder folder, @Nullable String workflow, RunBuffers buffers)
            throws SourceException {
        RunFolder.Content content = folder.state(LARGEST);
        // no pattern switch: linking one costs a short command more than its work
        if (content instanceof RunFolder.Content.Opened opened) {
            try (LogFile file = opened.file()) {
                return parse(file.all(), workflow, buffers);
            }
        }
        if (content instanceof RunFolder.Content.Damaged) {
            return damaged("damaged in its archive");
        }
        if (content instanceof RunFolder.Content.Absent) {
            return unread(Check.Why.NO_STATE);
        }
        return content instanceof RunFolder.Content.NotFollowed
                ? unread(Check.Why.NOT_FOLLOWED)
                : damaged("larger than " + LARGEST + " bytes");
    }

    private static StateFile unread(Check.Why why) {
        return new StateFile(why, null, null, null);
    }

    private static StateFile damaged(int line, String why) {
        return damaged("line " + line + ": " + why);
    }

    private static StateFile damaged(String found) {
        var fault = new Check.Evidence(RunFolder.STATE, -1, "a JSON object", found);
        return new StateFile(Check.Why.STATE_UNREADABLE, null, null, fault);
    }

    private static int line(byte[] text, int at) {
        int line = 1;
        for (int i = 0; i < Math.min(at, text.length); i++) {
            line += text[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static StateFile parse(byte[] text, @Nullable String workflow, RunBuffers buffers) {
        JsonProblem problem = buffers.reader.read(text, 0, text.length);
        if (problem != null) {
            String why = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return damaged(line(text, problem.at()), why);
        }
        JsonTape tape = buffers.reader.tape();
        if (!tape.isObject(0) || !(JsonText.tree(tape) instanceof JsonObject value)) {
            return damaged(1, "not an object");
        }
        boolean payload = tape.find(PAYLOAD) >= 0;
        String id = payload && workflow != null ? id(tape, workflow, buffers) : null;
        return new StateFile(null, value, id, null);
    }

    /// `<workflow>-` and the first digits of the digest of `{"name": workflow, "payload":
    /// payload}`.
    private static String id(JsonTape tape, String workflow, RunBuffers buffers) {
        String name = "{\"name\": " + JsonValue.of(workflow).text() + ", ";
        buffers.digest.reset();
        buffers.digest.update(name.getBytes(StandardCharsets.US_ASCII));
        boolean[] begun = {false};
        buffers.writer.write(
                tape,
                CanonicalProfile.A,
                (t, key) -> t.keyIs(key, PAYLOAD),
                (bytes, from, length) -> {
                    // the opening brace was written with the name
                    int skip = begun[0] ? 0 : 1;
                    begun[0] |= length > 0;
                    buffers.digest.update(bytes, from + skip, length - skip);
                });
        return workflow + "-" + buffers.hex().substring(0, ID_DIGITS);
    }

    /// An object member; null if there is none.
    @Nullable JsonObject object(String key) {
        return value != null && value.get(key) instanceof JsonObject object ? object : null;
    }

    /// The strings of an array member.
    List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        if (value != null && value.get(key) instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue element : values) {
                if (element instanceof JsonString(String says)) {
                    strings.add(says);
                }
            }
        }
        return strings;
    }

    /// The steps that it says came to their end.
    Set<String> done() {
        return Set.copyOf(strings("_done"));
    }

    /// Whether a folder name has the form of a run id.
    static boolean isRunId(String name) {
        int dash = name.length() - ID_DIGITS - 1;
        if (dash < 1 || name.charAt(dash) != '-') {
            return false;
        }
        for (int i = dash + 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /// The workflow that a run id names; null if it is none.
    static @Nullable String workflowOf(String runId) {
        return isRunId(runId) ? runId.substring(0, runId.length() - ID_DIGITS - 1) : null;
    }
}
