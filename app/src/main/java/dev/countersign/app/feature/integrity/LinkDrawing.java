// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How one record hangs in the chain, as it is drawn beside its row.
///
/// @param lane where the record stands, 0 to the left
/// @param link what its link to the record before is drawn as
/// @param from the lane in which that link arrives at the upper edge of the row
/// @param to the lanes in which the links of later records leave at the lower edge
/// @param passing the lanes of links between other records
/// @param head whether two branches part here
record LinkDrawing(
        int lane, Link link, int from, List<Integer> to, List<Integer> passing, boolean head) {
    LinkDrawing {
        to = List.copyOf(to);
        passing = List.copyOf(passing);
    }

    /// How many lanes it needs.
    int lanes() {
        return 1
                + IntStream.concat(
                                IntStream.of(lane, from),
                                Stream.concat(to.stream(), passing.stream())
                                        .mapToInt(Integer::intValue))
                        .max()
                        .orElse(0);
    }

    /// What a link is drawn as.
    enum Link {
        /// The first record of a chain.
        START,
        /// It names the record that it is drawn to.
        HOLDS,
        /// So does another one's.
        BRANCH,
        /// It names the hash that the record before carries, but does not have.
        SEVERED,
        /// It names nothing that is known here.
        BROKEN,
        /// It names something that is not among the rows.
        ELSEWHERE,
        /// The line is no record.
        NONE
    }
}
