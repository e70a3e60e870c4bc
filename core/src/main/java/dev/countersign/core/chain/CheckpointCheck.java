// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Compares a log with what somebody saw of it earlier (FORMATS 6).
///
/// @param result the comparison
/// @param bytesDiffer whether the head is the same but the bytes up to it are not
record CheckpointCheck(CheckpointResult result, boolean bytesDiffer) {
    private static final CheckpointCheck NONE = new CheckpointCheck(CheckpointResult.NONE, false);

    /// Where the checkpoint's head stands now, if it stands where the checkpoint saw it.
    static SliceResult.@Nullable WatchedHead inPlace(
            @Nullable Checkpoint checkpoint, List<SliceResult.WatchedHead> watched) {
        for (SliceResult.WatchedHead w : watched) {
            if (checkpoint != null && w.parsed() == checkpoint.records() - 1) {
                return w;
            }
        }
        return null;
    }

    /// @param watched places of the checkpoint's head in the log
    /// @param parsed records in the log
    /// @param rightToTheEnd whether the log shows no fault
    static CheckpointCheck compare(
            LogFile log,
            VerifyRequest request,
            List<SliceResult.WatchedHead> watched,
            long parsed,
            boolean rightToTheEnd,
            Cancellation cancellation)
            throws SourceException {
        Checkpoint checkpoint = request.checkpoint();
        if (checkpoint == null) {
            return NONE;
        }
        SliceResult.WatchedHead head = inPlace(checkpoint, watched);
        if (head == null) {
            boolean cut = parsed < checkpoint.records() && watched.isEmpty();
            return new CheckpointCheck(
                    cut ? CheckpointResult.TAIL_MISSING : CheckpointResult.HEAD_MISMATCH, false);
        }
        String sha256 = checkpoint.sha256();
        boolean differ =
                sha256 != null
                        && !request.incremental()
                        && !sha256.equals(FileDigest.sha256(log, head.end(), cancellation));
        CheckpointResult result = CheckpointResult.MATCH;
        if (parsed > checkpoint.records()) {
            result =
                    request.checkpointIsFinal()
                            ? CheckpointResult.TAIL_APPENDED
                            : rightToTheEnd ? CheckpointResult.GROWN : CheckpointResult.MATCH;
        }
        return new CheckpointCheck(result, differ);
    }
}
