// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;

/// An intact log of a run, as some place holds it or held it.
///
/// @param place where it can be read now; null if it is nowhere any more
/// @param where the bundle, or the run directory
/// @param sha256 of the bundle; empty for a run directory
/// @param format of the log
/// @param records of the log
/// @param head of the log
/// @param modified when the bundle, or the log, was written last
/// @param seenAt when this desk first read it
record Version(
        @Nullable RunPlace place,
        String where,
        String sha256,
        String format,
        long records,
        String head,
        Instant modified,
        Instant seenAt) {
    /// In the order in which they were made, as far as anybody knows.
    static final Comparator<Version> ORDER =
            Comparator.comparing(Version::modified).thenComparing(Version::where);

    boolean packed() {
        return !sha256.isEmpty();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(format, records, head, null, seenAt.toString());
    }
}
