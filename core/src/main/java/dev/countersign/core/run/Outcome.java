// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import java.util.Locale;

/// What a check gave. Silence is not among it.
public enum Outcome {
    /// Something was checked, and it holds.
    VERIFIED,
    /// Something was checked, and it does not hold.
    FAILED,
    /// Nothing was checked; the check says why.
    NOT_CHECKED;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
