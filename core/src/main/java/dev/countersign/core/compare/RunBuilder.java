// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.source.SourceException;

import java.util.ArrayList;
import java.util.List;

/// Makes rows of an alignment, and runs of the rows.
final class RunBuilder {
    private final RecordMarks here;
    private final RecordMarks there;
    private final Alignment alignment;
    private final PairReader pairs;
    private final Cancellation cancellation;
    private final List<Run> runs = new ArrayList<>();

    RunBuilder(
            RecordMarks here,
            RecordMarks there,
            Alignment alignment,
            PairReader pairs,
            Cancellation cancellation) {
        this.here = here;
        this.there = there;
        this.alignment = alignment;
        this.pairs = pairs;
        this.cancellation = cancellation;
    }

    /// All rows; some of them only if it was cancelled.
    List<Run> build() throws SourceException {
        int i = 0;
        int j = 0;
        while ((i < here.size() || j < there.size()) && !cancellation.requested()) {
            if (i < here.size() && alignment.partner(i) == Alignment.NOBODY) {
                add(Run.Kind.ONLY_HERE, i++, Run.NONE);
            } else if (i < here.size() && alignment.moved(i)) {
                add(Run.Kind.MOVED, i, alignment.partner(i));
                i++;
            } else if (j < there.size() && alignment.partnerThere(j) == Alignment.NOBODY) {
                add(Run.Kind.ONLY_THERE, Run.NONE, j++);
            } else if (j < there.size() && alignment.moved(alignment.partnerThere(j))) {
                j++; // stands in the row of its partner
            } else {
                add(kind(i, j), i++, j++);
            }
        }
        return runs;
    }

    private Run.Kind kind(int mine, int theirs) throws SourceException {
        if (here.same(mine, there, theirs)) {
            return Run.Kind.SAME;
        }
        if (here.sameContent(mine, there, theirs)) {
            return Run.Kind.RELINKED;
        }
        boolean linked =
                here.hash(mine) == there.hash(theirs) && here.link(mine) == there.link(theirs);
        return linked && pairs.sameValue(mine, theirs) ? Run.Kind.RESPELLED : Run.Kind.CHANGED;
    }

    private void add(Run.Kind kind, int mine, int theirs) {
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null
                && last.kind() == kind
                && follows(last.here(), last.length(), mine)
                && follows(last.there(), last.length(), theirs)) {
            runs.set(
                    runs.size() - 1,
                    new Run(
                            kind,
                            last.here(),
                            last.hereLine(),
                            last.there(),
                            last.thereLine(),
                            last.length() + 1));
            return;
        }
        long line = mine == Run.NONE ? 0 : here.line(mine);
        long otherLine = theirs == Run.NONE ? 0 : there.line(theirs);
        runs.add(new Run(kind, mine, line, theirs, otherLine, 1));
    }

    private static boolean follows(int first, int length, int next) {
        return first == Run.NONE ? next == Run.NONE : next == first + length;
    }
}
