// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.util.List;

/// A draw as the ledger has it.
///
/// @param at when
/// @param by who drew
/// @param populationSha256 of the population as it was then
/// @param runsSha256 of its run ids
/// @param rate as written
/// @param seed as written
/// @param byChance whether the seed came from chance after the population was fixed
/// @param sampled run ids, in draw order
public record RecordedDraw(
        String at,
        String by,
        String populationSha256,
        String runsSha256,
        String rate,
        String seed,
        boolean byChance,
        List<String> sampled) {
    public RecordedDraw {
        sampled = List.copyOf(sampled);
    }
}
