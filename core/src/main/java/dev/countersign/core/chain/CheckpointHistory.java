// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// How a log stands to all the checkpoints that were taken of it over time.
///
/// @param agreed the last one before the first that disagrees, or of all if none does; null if
///   there is none
/// @param against those that disagree, the shortest log first
/// @param result how it stands to the last of those; {@link CheckpointResult#NONE} if there is none
public record CheckpointHistory(
        @Nullable Checkpoint agreed, List<Checkpoint> against, CheckpointResult result) {
    public CheckpointHistory {
        against = List.copyOf(against);
    }

    /// How a log stands to one checkpoint.
    ///
    /// @param <E> what can go wrong
    public interface Stand<E extends Exception> {
        /// Compares.
        CheckpointResult to(Checkpoint checkpoint) throws E;
    }

    /// Compares a log with each.
    ///
    /// @param kept the shortest log first
    /// @param <E> what can go wrong
    public static <E extends Exception> CheckpointHistory of(List<Checkpoint> kept, Stand<E> stand)
            throws E {
        List<Checkpoint> against = new ArrayList<>();
        Checkpoint agreed = null;
        CheckpointResult last = CheckpointResult.NONE;
        for (Checkpoint checkpoint : kept) {
            CheckpointResult result = stand.to(checkpoint);
            if (result.negative()) {
                against.add(checkpoint);
                last = result;
            } else if (against.isEmpty()) {
                agreed = checkpoint;
            }
        }
        return new CheckpointHistory(agreed, against, last);
    }

    /// Whether the verifier's comparison with the last one says all: each was taken of a log that
    /// agreed with those before it, so an intact log that agrees with the last agrees with all.
    ///
    /// @param report of a log that was compared with the last of them
    public static boolean allAgree(ChainReport report) {
        return report.verdict() == Verdict.INTACT && !report.checkpoint().negative();
    }

    /// Whether any disagrees.
    public boolean negative() {
        return !against.isEmpty();
    }

    /// When the first one was taken that disagrees; null if none does, or it does not say.
    public @Nullable String since() {
        return against.isEmpty() ? null : against.getFirst().takenAt();
    }
}
