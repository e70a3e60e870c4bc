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

    /// A large file that is being read, beside others perhaps.
    final class Large implements Progress {
        private final long size;
        private long read;

        private Large(PackedFile file) {
            size = file.size();
        }

        @Override
        public synchronized void at(long bytes, long all, long records, long faulty) {
            long upTo = Math.clamp(bytes, read, size);
            progress.at(done.addAndGet(upTo - read), total, records, faulty);
            read = upTo;
        }

        /// It was read to its end.
        void end() {
            at(size, size, 0, 0);
        }
    }

    Large of(PackedFile file) {
        return new Large(file);
    }

    /// More of a file was read.
    void more(long bytes) {
        progress.at(done.addAndGet(bytes), total, 0, 0);
    }
}
