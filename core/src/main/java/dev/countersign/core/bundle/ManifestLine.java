// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a manifest (RFC 8493, 2.1.3). Manifests are often made with `sha256sum`: an asterisk
/// before a name only says how the file was read, and `./` leads nowhere.
///
/// @param sum lower-case hex digits
/// @param name of the file, below the bag
record ManifestLine(String sum, String name) {
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \t]+\\*?(\\S.*)");
    private static final Pattern HERE = Pattern.compile("(?<=^|/)(?:\\./)+");

    /// Whether a line says nothing: other tools skip empty ones and remarks.
    static boolean empty(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /// @return null if it is no checksum and name
    static @Nullable ManifestLine of(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String name = HERE.matcher(matcher.group(2)).replaceAll("");
        return new ManifestLine(matcher.group(1).toLowerCase(Locale.ROOT), decoded(name));
    }

    /// Line ends and percent signs are the only ones that are encoded.
    private static String decoded(String name) {
        return name.replace("%0A", "\n")
                .replace("%0a", "\n")
                .replace("%0D", "\r")
                .replace("%0d", "\r")
                .replace("%25", "%");
    }
}
