// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.run.TornEndFile;

/// What is to be said of a torn end that was kept beside its log.
public final class TornText {
    private TornText() {}

    /// One sentence.
    public static String sentence(TornEndFile torn) {
        String sha256 = torn.sha256();
        String what =
                sha256 == null
                        ? "a link or device, which was not followed"
                        : Numbers.count(torn.bytes(), "byte") + ", SHA-256 " + sha256;
        return Quotes.line(torn.name())
                + ", "
                + what
                + ": what a crash left of a record. It is no part of the log.";
    }
}
