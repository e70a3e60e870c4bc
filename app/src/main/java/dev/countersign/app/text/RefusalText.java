// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.journal.Refusal;

/// Why a signed act was not appended to its log.
public final class RefusalText {
    private RefusalText() {}

    /// Of what was signed elsewhere, in a sentence that begins in lower case: who imports it cannot
    /// sign it again.
    public static String imported(Refusal reason) {
        return reason == Refusal.HEAD_MOVED
                ? "the log has grown since the response was made, which is good for one head only:"
                        + " ask whoever signed it for another one."
                : sentence(reason);
    }

    /// In a sentence that begins in lower case.
    public static String sentence(Refusal reason) {
        return switch (reason) {
            case LOCKED -> "another program is writing to the log: try again.";
            case HEAD_MOVED ->
                    "the log has grown since it was read: look at what came in between, then sign"
                            + " again.";
            case TORN_TAIL -> "the last line of the log breaks off: a crash while writing.";
            case NOT_A_RECORD -> "the last line of the log is not a record.";
            case WRONG_HASH -> "the last record's hash is wrong.";
            case CHANGED_MEANWHILE ->
                    "the log was changed while it was written to: verify it before anything else.";
        };
    }
}
