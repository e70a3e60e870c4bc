// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.FileStatus;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;

/// What the file system says of a run without opening any of its files: same marks, nothing to read
/// again.
///
/// The marks hold the time of the last change of each inode where there is one, so that a time put
/// back does not hide an edit.
///
/// @param logSize bytes of the log; -1 without one
/// @param logModified when the log was written last, in nanoseconds since 1970; 0 without one
/// @param logKey identity of the log's file; empty without one
/// @param all everything, folded into one number; never 0
record Marks(long logSize, long logModified, String logKey, long all) {
    private static final long ODD = 0x9e3779b97f4a7c15L;

    /// The marks of a run directory. Paths are not part of them, or a workspace that was moved
    /// would be read again.
    static Marks of(@Nullable FileStatus log, @Nullable FileStatus state, ArtifactFiles artifacts) {
        long all = mix(log == null ? 1 : fold(log));
        all = mix(all + (state == null ? 2 : fold(state)));
        return marks(log, mix(all + fold(artifacts)));
    }

    /// The marks of a log by itself.
    static Marks of(FileStatus log) {
        return marks(log, fold(log));
    }

    /// The marks of a folder with all files below it: their sizes together, and the latest time.
    static Marks of(SortedMap<String, FileStatus> files) {
        long size = 0;
        long modified = 0;
        long all = ODD;
        for (var file : files.entrySet()) {
            FileStatus status = file.getValue();
            size += status.size();
            modified = Math.max(modified, status.modified());
            all = mix(all + fold(status)) + file.getKey().hashCode();
        }
        return new Marks(size, modified, "", all == 0 ? 1 : all);
    }

    private static Marks marks(@Nullable FileStatus log, long all) {
        long never0 = all == 0 ? 1 : all;
        return log == null
                ? new Marks(-1, 0, "", never0)
                : new Marks(log.size(), log.modified(), log.key().toString(), never0);
    }

    private static long fold(FileStatus file) {
        long times = mix(mix(mix(file.size() + 7) + file.modified()) + mix(file.changed()));
        return times + file.key().hashCode() + file.kind().ordinal();
    }

    private static long fold(ArtifactFiles artifacts) {
        long sum = artifacts.present() ? 3 : 5;
        for (var file : artifacts.files().entrySet()) {
            sum = mix(sum + fold(file.getValue().status())) + file.getKey().hashCode();
        }
        return artifacts.complete() ? sum : mix(sum);
    }

    /// Every bit of the outcome depends on every bit of the value.
    private static long mix(long value) {
        long h = value * ODD;
        h = (h ^ h >>> 32) * ODD;
        return h ^ h >>> 29;
    }
}
