// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

/// What is asked of the verifier besides the bytes.
///
/// @param format how the format is found
/// @param checkpoint what was seen of this log earlier, if anything
/// @param checkpointIsFinal whether nothing may follow the checkpoint
/// @param segment whether the log may start in mid-chain
/// @param incremental read only what follows the checkpoint; its prefix is then reported as unread
/// @param hashes whether to report every record's computed hash; costs memory in proportion to the
///   records
/// @param limits how much hostile input may cost
public record VerifyRequest(
        FormatChoice format,
        @Nullable Checkpoint checkpoint,
        boolean checkpointIsFinal,
        boolean segment,
        boolean incremental,
        boolean hashes,
        Limits limits) {
    /// Recognise the format, read everything, compare with nothing.
    public static final VerifyRequest DEFAULT =
            new VerifyRequest(
                    new FormatChoice.Auto(), null, false, false, false, false, Limits.DEFAULT);

    /// The same, compared with another checkpoint, or with none.
    public VerifyRequest against(@Nullable Checkpoint other) {
        return new VerifyRequest(
                format, other, checkpointIsFinal, segment, incremental, hashes, limits);
    }

    /// The same, but reading everything.
    VerifyRequest whole() {
        return new VerifyRequest(
                format, checkpoint, checkpointIsFinal, segment, false, hashes, limits);
    }
}
