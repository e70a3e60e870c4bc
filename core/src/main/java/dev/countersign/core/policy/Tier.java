// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.Locale;

/// Which target of a clock holds.
public enum Tier {
    /// In business time.
    STANDARD,
    /// In elapsed time, nights and holidays included.
    EMERGENCY;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
