// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.charset.StandardCharsets;

/// What identifies a bundle wherever it is copied to.
public final class BundleDigest {
    private BundleDigest() {}

    /// SHA-256, lower-case hex: of the file; of a folder that of what `sha256sum` says of its files
    /// in order of their names, a line each with two spaces before the name.
    ///
    /// @throws SourceException if it cannot be read
    public static String of(Bundle bundle) throws SourceException {
        Archive archive = bundle.archive();
        if (archive.form() != Archive.Form.FOLDER) {
            try (LogFile file = LogFile.open(archive.path())) {
                return FileDigest.sha256(file, file.size(), Cancellation.NEVER);
            }
        }
        StringBuilder list = new StringBuilder();
        for (PackedFile file : archive.files().values()) {
            try (LogFile bytes = archive.open(file)) {
                list.append(FileDigest.sha256(bytes, bytes.size(), Cancellation.NEVER))
                        .append("  ")
                        .append(file.name())
                        .append('\n');
            }
        }
        return FileDigest.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
    }
}
