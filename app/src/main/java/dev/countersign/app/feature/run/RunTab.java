// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

/// The pages beside claims and evidence, in the order of their keys 1 to 5.
public enum RunTab {
    /// Gate, findings, review, approvals.
    RESULTS("Results"),
    /// The cross-checks by channel.
    CHECKS("Checks"),
    /// The payload, other recorded data, and what was asked of a model and answered.
    INPUT("Input"),
    /// The artifacts.
    FILES("Files"),
    /// The records of the log.
    TIMELINE("Timeline");

    private final String word;

    RunTab(String word) {
        this.word = word;
    }

    /// Its name.
    public String word() {
        return word;
    }

    /// The digit that opens it.
    public String key() {
        return Integer.toString(ordinal() + 1);
    }
}
