// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.run.Check;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Names as OSCAL spells them.
///
/// @param facts what they are derived from
record OscalNames(String facts) {
    static final String NAMESPACE = "urn:countersign:oscal";

    /// The objective that a bundle holds.
    static final String BUNDLE = "bundle";

    /// A name-based identifier. OSCAL knows versions 4 and 5; this one has the form of the latter,
    /// with SHA-256 in the place of SHA-1.
    String uuid(String name) {
        String hash = FileDigest.sha256((facts + "\n" + name).getBytes(StandardCharsets.UTF_8));
        int variant = 8 + (Character.digit(hash.charAt(16), 16) & 3);
        return hash.substring(0, 8)
                + "-"
                + hash.substring(8, 12)
                + "-5"
                + hash.substring(13, 16)
                + "-"
                + Integer.toHexString(variant)
                + hash.substring(17, 20)
                + "-"
                + hash.substring(20, 32);
    }

    /// The observation that a check of a run is.
    ///
    /// @param run its place in the assessment
    String observation(int run, Check.Kind check) {
        return uuid("check " + run + " " + check);
    }

    /// A token: letters, digits, `-`, `_` and `.`, the first a letter or `_`.
    String token(String word) {
        String token = word.replaceAll("[^\\p{L}\\p{N}._-]", "-");
        return token.isEmpty() || !Character.isLetter(token.codePointAt(0)) ? "_" + token : token;
    }

    /// One line of text without space at its ends; never empty.
    String line(String text) {
        String line = CellText.carried(text).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "-" : line;
    }

    /// A relative reference (RFC 3986): what is not unreserved is written as its bytes.
    String reference(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}
