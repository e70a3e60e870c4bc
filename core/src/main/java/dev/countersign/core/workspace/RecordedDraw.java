// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A draw as the ledger has it.
///
/// @param eventHash of its entry
/// @param at when
/// @param by who drew
/// @param populationSha256 of the population as it was then
/// @param runsSha256 of its run ids
/// @param rate as written
/// @param seed as written
/// @param byChance whether the seed came from chance after the population was fixed
/// @param sampled run ids, in draw order
/// @param supersedes the draw that it takes the place of; null if of none
public record RecordedDraw(
        String eventHash,
        String at,
        String by,
        String populationSha256,
        String runsSha256,
        String rate,
        String seed,
        boolean byChance,
        List<String> sampled,
        @Nullable Superseding supersedes) {
    public RecordedDraw {
        sampled = List.copyOf(sampled);
    }

    /// That a draw takes the place of an earlier one.
    ///
    /// @param eventHash of the earlier one's entry
    /// @param reason why; never blank
    public record Superseding(String eventHash, String reason) {
        /// @throws IllegalArgumentException if the reason is blank
        public Superseding {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("who draws again says why");
            }
        }
    }

    /// The draws that counted, in their order: the first of a period, and each that says it takes
    /// the place of the one before. Whoever draws again without saying so changes nothing, and of
    /// two that take the place of the same one the earlier does.
    ///
    /// @param draws of a period, the earliest first
    public static List<RecordedDraw> line(List<RecordedDraw> draws) {
        List<RecordedDraw> line = new ArrayList<>();
        for (RecordedDraw draw : draws) {
            Superseding over = draw.supersedes;
            if (line.isEmpty() || over != null && over.eventHash.equals(line.getLast().eventHash)) {
                line.add(draw);
            }
        }
        return line;
    }

    /// The draw that counts; null if nothing was drawn.
    ///
    /// @param draws of a period, the earliest first
    public static @Nullable RecordedDraw counting(List<RecordedDraw> draws) {
        List<RecordedDraw> line = line(draws);
        return line.isEmpty() ? null : line.getLast();
    }
}
