// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.NoteKind;

/// Chain formats by name.
public final class FormatText {
    private FormatText() {}

    /// The format of a log, unless no record of it told one: then it was only assumed.
    public static String name(ChainReport report) {
        boolean assumed =
                report.records() == 0
                        || report.noteCounts().containsKey(NoteKind.FORMAT_ASSUMED)
                        || report.notes().stream()
                                .anyMatch(n -> n.kind() == NoteKind.FORMAT_ASSUMED);
        return assumed ? "not recognised" : name(report.format());
    }

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
