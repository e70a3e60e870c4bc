// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.chain.Progress;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of a bundle were read.
final class BytesRead {
    private final Progress progress;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    BytesRead(Archive archive, Progress progress) {
        this.progress = progress;
        total = archive.files().values().stream().mapToLong(PackedFile::size).sum();
    }

    /// What hears of a large file that is being read.
    Progress of(PackedFile file) {
        long before = done.get();
        return (read, all, records, faulty) ->
                progress.at(before + Math.min(read, file.size()), total, records, faulty);
    }

    /// A file was read.
    void done(PackedFile file) {
        more(file.size());
    }

    /// More of a file was read.
    void more(long bytes) {
        progress.at(done.addAndGet(bytes), total, 0, 0);
    }
}
