// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// How a log stands to all the checkpoints that were taken of it over time.
///
/// @param agreed the last one that the log agrees with, by its bytes and not only by a stored hash,
///   before the first that it does not agree with; null if there is none
/// @param hollow how many have their head in its place, while the log is broken up to there
/// @param against those that disagree, the shortest log first
/// @param result how it stands to the last of those; {@link CheckpointResult#NONE} if there is none
public record CheckpointHistory(
        @Nullable Checkpoint agreed,
        int hollow,
        List<Checkpoint> against,
        CheckpointResult result) {
    public CheckpointHistory {
        against = List.copyOf(against);
    }

    /// How a log stands to one checkpoint.
    ///
    /// @param <E> what can go wrong
    public interface Stand<E extends Exception> {
        /// Compares.
        Agreement to(Checkpoint checkpoint) throws E;
    }

    /// Compares a log with each.
    ///
    /// @param kept the shortest log first
    /// @param <E> what can go wrong
    public static <E extends Exception> CheckpointHistory of(List<Checkpoint> kept, Stand<E> stand)
            throws E {
        List<Checkpoint> against = new ArrayList<>();
        Checkpoint agreed = null;
        int hollow = 0;
        CheckpointResult last = CheckpointResult.NONE;
        for (Checkpoint checkpoint : kept) {
            Agreement found = stand.to(checkpoint);
            if (found.result().negative()) {
                against.add(checkpoint);
                last = found.result();
            } else if (found.broken()) {
                hollow++;
            } else if (against.isEmpty() && hollow == 0) {
                agreed = checkpoint;
            }
        }
        return new CheckpointHistory(agreed, hollow, against, last);
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
