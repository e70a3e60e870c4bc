// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.review.EvidenceText.Part;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The evidence of a payload as the text that its workflow searches (FORMATS 5).
public final class EvidenceTexts {
    private static final String NOTHING_ON_FILE = "[no evidence on file]";

    private EvidenceTexts() {}

    /// The evidence of a payload. Evidence that is absent or no object counts as empty; of a
    /// repeated key the first place and the last value.
    ///
    /// @return null if the workflow is not one that we know
    public static @Nullable EvidenceText of(String workflow, JsonObject payload) {
        Workflows known = Workflows.of(workflow);
        if (known == null) {
            return null;
        }
        return switch (known) {
            case CHANGE_APPROVAL -> joined(payload, " ", true);
            case PERSONAL_TRADE -> {
                EvidenceText text = joined(payload, "  ", false);
                yield text.parts().isEmpty() ? new EvidenceText(NOTHING_ON_FILE, List.of()) : text;
            }
        };
    }

    private static EvidenceText joined(JsonObject payload, String joint, boolean emptyOnes) {
        Map<String, JsonValue> evidence = new LinkedHashMap<>();
        if (payload.get("evidence") instanceof JsonObject(List<Member> members)) {
            members.forEach(member -> evidence.put(member.key(), member.value()));
        }
        StringBuilder text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        evidence.forEach((name, value) -> {
            if (!emptyOnes && !PythonText.truthy(value)) {
                return;
            }
            text.append(parts.isEmpty() ? "" : joint);
            int from = text.length();
            text.append(PythonText.str(value));
            parts.add(new Part(name, from, text.length()));
        });
        return new EvidenceText(text.toString(), parts);
    }
}
