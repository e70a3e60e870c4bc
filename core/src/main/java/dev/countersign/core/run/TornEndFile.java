// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What a crash left of a record: taken off the log, and kept beside it. No part of the log, and
/// nothing vouches for it.
///
/// @param name of the file beside the log
/// @param bytes how large it is
/// @param sha256 of its bytes; null if it is a link or device, which is not followed
public record TornEndFile(String name, long bytes, @Nullable String sha256) {
    /// Those of a run directory, in the order in which they were kept.
    ///
    /// @throws SourceException if one cannot be read
    public static List<TornEndFile> of(RunFolder folder) throws SourceException {
        List<TornEndFile> all = new ArrayList<>();
        for (ArtifactFiles.Entry file : folder.tornEnds()) {
            String name = String.valueOf(file.path().getFileName());
            if (!file.regular()) {
                all.add(new TornEndFile(name, file.status().size(), null));
                continue;
            }
            try (LogFile opened = file.open()) {
                String sha256 = FileDigest.sha256(opened, opened.size(), Cancellation.NEVER);
                all.add(new TornEndFile(name, opened.size(), sha256));
            }
        }
        return List.copyOf(all);
    }
}
