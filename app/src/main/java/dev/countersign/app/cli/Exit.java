// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

/// Exit codes of every command.
enum Exit {
    /// Done, and nothing negative.
    DONE,
    /// Done, and the answer is negative.
    NEGATIVE,
    /// It could not be done.
    FAILED;

    int code() {
        return ordinal();
    }

    Exit worse(Exit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
