// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Archives and compressed files that are known by their first bytes, and not read here.
enum OtherForm {
    XZ("fd377a585a00"),
    BZIP2("425a68"),
    ZSTANDARD("28b52ffd"),
    SEVEN_ZIP("377abcaf271c"),
    RAR("526172211a07");

    /// What follows the first bytes of a bzip2 and its level.
    private static final String BLOCK = "314159265359";

    private static final int LONGEST = 10;

    private final String first;

    OtherForm(String first) {
        this.first = first;
    }

    /// Whether a file starts as one of them.
    static boolean starts(LogFile file) throws SourceException {
        byte[] bytes = new byte[LONGEST];
        int read = file.read(ByteBuffer.wrap(bytes), 0);
        String head = HexFormat.of().formatHex(bytes, 0, read);
        for (OtherForm form : values()) {
            if (head.startsWith(form.first) && (form != BZIP2 || head.endsWith(BLOCK))) {
                return true;
            }
        }
        return false;
    }
}
