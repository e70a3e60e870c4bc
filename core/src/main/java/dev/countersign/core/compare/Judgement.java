// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.CheckpointResult;

import java.util.List;

/// Makes one word of all rows.
final class Judgement {
    private final List<Run> runs;
    private final Side here;
    private final Side there;
    private final int common;

    /// Where the rows begin that are not the same.
    private final int rest;

    Judgement(List<Run> runs, Side here, Side there) {
        this.runs = runs;
        this.here = here;
        this.there = there;
        int n = 0;
        int records = 0;
        while (n < runs.size() && runs.get(n).kind().same()) {
            records += runs.get(n++).length();
        }
        common = records;
        rest = n;
    }

    /// How many records both begin with.
    int common() {
        return common;
    }

    Relation relation(List<Stand> stands) {
        if (rest == runs.size()) {
            return Relation.SAME;
        }
        if (runs.stream().noneMatch(run -> run.here() != Run.NONE && run.there() != Run.NONE)) {
            return Relation.UNRELATED;
        }
        boolean mine = false;
        boolean theirs = false;
        for (Run run : runs.subList(rest, runs.size())) {
            mine |= run.kind() == Run.Kind.ONLY_HERE;
            theirs |= run.kind() == Run.Kind.ONLY_THERE;
            if (run.kind() != Run.Kind.ONLY_HERE && run.kind() != Run.Kind.ONLY_THERE) {
                return Relation.EDITED;
            }
        }
        if (mine && !continues(here) || theirs && !continues(there)) {
            return Relation.EDITED;
        }
        return mine && theirs
                ? Relation.FORK
                : mine ? Relation.CONTINUATION_OF_OTHER : shorter(stands);
    }

    /// Whether the first record after the common ones names the last of them.
    private boolean continues(Side side) {
        return common > 0 && side.marks().link(common) == side.marks().hash(common - 1);
    }

    private static Relation shorter(List<Stand> stands) {
        boolean cut =
                stands.stream()
                        .anyMatch(stand ->
                                stand.here().result() == CheckpointResult.TAIL_MISSING
                                        && !stand.there().negative());
        return cut ? Relation.ROLLED_BACK : Relation.OTHER_CONTINUES;
    }
}
