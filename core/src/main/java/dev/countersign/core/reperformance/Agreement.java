// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import java.util.Locale;

/// How what was recorded and what was performed again stand to each other.
public enum Agreement {
    /// They are the same.
    AGREES,
    /// They are not.
    DIFFERS,
    /// One of them is not there.
    NOT_COMPARED;

    /// As it stands in documents.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
