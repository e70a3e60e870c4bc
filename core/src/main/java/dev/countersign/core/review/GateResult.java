// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import java.util.List;

/// A verdict with its counts, as `gate` in `state.json`.
///
/// @param verdict what it says
/// @param grounded claims that are
/// @param ungrounded claims that are not
/// @param abstentions controls left open
/// @param reasons one sentence for each ungrounded claim, in the producer's words
public record GateResult(
        GateVerdict verdict, int grounded, int ungrounded, int abstentions, List<String> reasons) {
    public GateResult {
        reasons = List.copyOf(reasons);
    }
}
