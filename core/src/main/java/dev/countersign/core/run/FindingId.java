// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The name of a finding, the same whoever finds it and however often, so that a record of the
/// run's log can name it.
public final class FindingId {
    /// The kind of a finding that a run was blocked; its subject is the hash of the record.
    public static final String RUN_BLOCKED = "run_blocked";

    /// The same for a run that failed.
    public static final String RUN_FAILED = "run_failed";

    /// The kind of an exception; its subject is {@link #exception}.
    public static final String EXCEPTION = "exception";

    private static final int DIGITS = 16;
    private static final Pattern SHAPE = Pattern.compile("f-[0-9a-f]{16}");

    private FindingId() {}

    /// Whether a word has the shape of one.
    public static boolean isOne(String word) {
        return SHAPE.matcher(word).matches();
    }

    /// `f-` and the first 16 hex digits of the SHA-256 of `{"kind", "run_id", "subject"}` as one
    /// line of JSON.
    public static String of(String kind, String runId, String subject) {
        String text =
                JsonValue.object()
                        .with("kind", kind)
                        .with("run_id", runId)
                        .with("subject", subject)
                        .build()
                        .text();
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return "f-" + FileDigest.sha256(ascii).substring(0, DIGITS);
    }

    /// What an exception is about.
    ///
    /// @param number among the recorded exceptions, from 0
    public static String exception(String control, int number) {
        return control + "#" + number;
    }
}
