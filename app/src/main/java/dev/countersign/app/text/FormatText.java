// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainFormat;

/// Chain formats by name.
public final class FormatText {
    private FormatText() {}

    /// `A · run log`; a described format by its own name.
    public static String name(ChainFormat format) {
        if (format.equals(ChainFormat.A)) {
            return "A · run log";
        }
        if (format.equals(ChainFormat.B)) {
            return "B · audit trail";
        }
        if (format.equals(ChainFormat.J)) {
            return "J · RFC 8785";
        }
        return format.name();
    }
}
