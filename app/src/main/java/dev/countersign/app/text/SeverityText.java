// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

/// Severities in words (PRODUCT, "Severity and escalation").
public final class SeverityText {
    private SeverityText() {}

    /// `SEV-1` to `SEV-4`, 1 being the worst.
    public static String word(int severity) {
        return "SEV-" + severity;
    }

    /// What the severity stands for, one sentence.
    public static String meaning(int severity) {
        return switch (severity) {
            case 1 ->
                    "The most severe: a chain is broken, history was rewritten or the gate was"
                            + " bypassed.";
            case 2 -> "Severe: a pattern, a missed observation of a block, or evidence lost early.";
            case 3 -> "To be handled on the next business day.";
            default -> "A single exception, handled in the normal queue.";
        };
    }
}
