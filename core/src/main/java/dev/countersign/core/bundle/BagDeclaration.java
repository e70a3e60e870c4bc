// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `bagit.txt` says (RFC 8493, 2.1.1).
///
/// @param anyManifest before 1.0, one of the manifests was enough to list a file
/// @param encoding of the other files of the bag itself
record BagDeclaration(boolean anyManifest, Charset encoding) {
    /// What holds where nothing is declared.
    static final BagDeclaration NONE = new BagDeclaration(false, StandardCharsets.UTF_8);

    private static final Pattern VERSION = Pattern.compile("BagIt-Version: (1\\.0|0\\.97)");
    private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: (\\S+)");

    /// @return null if it declares no version or no encoding that is known
    static @Nullable BagDeclaration of(List<String> lines) {
        if (lines.size() != 2) {
            return null;
        }
        Matcher version = VERSION.matcher(lines.getFirst());
        Matcher encoding = ENCODING.matcher(lines.getLast());
        if (!version.matches() || !encoding.matches()) {
            return null;
        }
        Charset charset = charset(encoding.group(1));
        return charset == null
                ? null
                : new BagDeclaration(version.group(1).equals("0.97"), charset);
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }
}
