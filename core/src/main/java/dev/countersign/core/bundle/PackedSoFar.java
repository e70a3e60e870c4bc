// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Sink;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.EvidencePath;

/// How many bytes of a bundle that is being made were read: each file is read to be summed and
/// again to be packed, each log before that to be verified.
final class PackedSoFar {
    private static final int TIMES = 2;

    private final Progress progress;
    private final Cancellation cancellation;
    private long total;
    private long done;

    PackedSoFar(Progress progress, Cancellation cancellation) {
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Whether somebody does not want it any more.
    Cancellation cancellation() {
        return cancellation;
    }

    /// A run is going to be packed.
    void expect(Archive run) {
        total += log(run);
        run.files().values().forEach(file -> total += TIMES * file.size());
    }

    /// What hears of the verification of a log.
    Progress verifying() {
        long before = done;
        return (read, all, records, faulty) -> progress.at(before + read, total, 0, 0);
    }

    /// The log of a run was verified.
    void verified(Archive run) {
        passed(log(run));
    }

    /// Counts what passes.
    Sink counted(Sink sink) {
        return bytes -> {
            int size = bytes.remaining();
            sink.bytes(bytes);
            passed(size);
        };
    }

    private void passed(long bytes) {
        CancelledException.check(cancellation);
        done += bytes;
        progress.at(done, total, 0, 0);
    }

    private static long log(Archive run) {
        PackedFile log = run.files().get(EvidencePath.RUN_LOG);
        return log == null ? 0 : log.size();
    }
}
