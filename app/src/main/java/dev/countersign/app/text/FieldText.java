// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.util.Map;

/// Names of JSON members as people read them.
public final class FieldText {
    private static final int LONGEST_NAME = 40;
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("at", "Time"),
                    Map.entry("ts", "Time"),
                    Map.entry("prev", "Record before"),
                    Map.entry("head", "Head"),
                    Map.entry("head_before", "Head before"),
                    Map.entry("head_now", "Head now"),
                    Map.entry("records_before", "Records before"),
                    Map.entry("records_now", "Records now"),
                    Map.entry("taken_at", "Seen at"),
                    Map.entry("escalate_to", "Goes to"),
                    Map.entry("policy_version", "Policy version"),
                    Map.entry("run_id", "Run"),
                    Map.entry("runId", "Run"),
                    Map.entry("sha256", "SHA-256 now"),
                    Map.entry("recorded", "Recorded"),
                    Map.entry("artifact", "File"),
                    Map.entry("category", "Diagnosis"),
                    Map.entry("offset", "Byte of the file"),
                    Map.entry("found", "Found"),
                    Map.entry("expected", "Expected"),
                    Map.entry("why", "Why"),
                    Map.entry("file_sha256", "SHA-256 of the file"),
                    Map.entry("looked_at", "Files looked at"),
                    Map.entry("first_files", "The first of them"),
                    Map.entry("tier", "Target"),
                    Map.entry("id", "Id"));

    private FieldText() {}

    /// `Head before` for `head_before`; a name that is not known is only made readable.
    public static String name(String key) {
        String known = NAMES.get(key);
        if (known != null) {
            return known;
        }
        String whole = Foreign.visible(key.replace('_', ' ').strip());
        String plain =
                whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME) + "…" : whole;
        return plain.isEmpty()
                ? "(no name)"
                : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
