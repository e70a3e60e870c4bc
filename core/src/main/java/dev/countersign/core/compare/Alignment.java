// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.source.SourceException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;

/// Which record of the other log stands for which record of this one. The common beginning and end
/// first; between them by the hash that a record carries, by what it says, by its time and event,
/// and at last by its place. Linear memory: two numbers a record between beginning and end.
final class Alignment {
    /// No record of the other log.
    static final int NOBODY = -1;

    /// What a record is known by when neither hash nor text is the same.
    interface Keys {
        /// A key of a record; 0 if it has none.
        long of(boolean here, int record) throws SourceException;
    }

    private final RecordMarks here;
    private final RecordMarks there;
    private final Cancellation cancellation;
    private final int prefix;
    private final int hereEnd;
    private final int thereEnd;

    /// For each record here between beginning and end, its partner there; and the other way round.
    private final int[] partner;

    private final int[] partnerThere;
    private final BitSet moved = new BitSet();

    private Alignment(RecordMarks here, RecordMarks there, Cancellation cancellation) {
        this.here = here;
        this.there = there;
        this.cancellation = cancellation;
        int least = Math.min(here.size(), there.size());
        int begin = 0;
        while (begin < least && here.same(begin, there, begin)) {
            begin++;
        }
        int end = 0;
        while (end < least - begin
                && here.same(here.size() - 1 - end, there, there.size() - 1 - end)) {
            end++;
        }
        prefix = begin;
        hereEnd = here.size() - end;
        thereEnd = there.size() - end;
        partner = new int[hereEnd - prefix];
        partnerThere = new int[thereEnd - prefix];
        Arrays.fill(partner, NOBODY);
        Arrays.fill(partnerThere, NOBODY);
    }

    /// Aligns two logs.
    ///
    /// @param keys in the order in which they are asked; read only where nothing else helps
    static Alignment of(RecordMarks here, RecordMarks there, Keys[] keys, Cancellation cancellation)
            throws SourceException {
        Alignment alignment = new Alignment(here, there, cancellation);
        alignment.byMarks();
        alignment.inGaps(gap -> alignment.unique(gap, here::content, there::content, false));
        alignment.beside();
        for (Keys key : keys) {
            alignment.inGaps(gap -> alignment.byKey(gap, key));
        }
        alignment.inGaps(alignment::byPlace);
        return alignment;
    }

    /// Partner there of a record here, or {@link #NOBODY}.
    int partner(int record) {
        if (record < prefix) {
            return record;
        }
        return record >= hereEnd ? record - hereEnd + thereEnd : partner[record - prefix];
    }

    /// Partner here of a record there, or {@link #NOBODY}.
    int partnerThere(int record) {
        if (record < prefix) {
            return record;
        }
        return record >= thereEnd ? record - thereEnd + hereEnd : partnerThere[record - prefix];
    }

    /// Whether a record here stands at another place in the order there.
    boolean moved(int record) {
        return moved.get(record);
    }

    /// Records that stand between two pairs: `[hereFrom, hereTo)` and `[thereFrom, thereTo)`.
    ///
    /// @param closed whether a pair follows
    private record Gap(int hereFrom, int hereTo, int thereFrom, int thereTo, boolean closed) {}

    private interface Step {
        void in(Gap gap) throws SourceException;
    }

    private void inGaps(Step step) throws SourceException {
        int i = prefix;
        int j = prefix;
        while ((i < hereEnd || j < thereEnd) && !cancellation.requested()) {
            int hereFrom = i;
            while (i < hereEnd && (partner(i) == NOBODY || moved(i))) {
                i++;
            }
            int thereTo = i < hereEnd ? partner(i) : thereEnd;
            boolean closed = i < hereEnd || hereEnd < here.size();
            if (hereFrom < i && j < thereTo) {
                step.in(new Gap(hereFrom, i, j, thereTo, closed));
            }
            j = thereTo + 1;
            i++;
            if (i > hereEnd) {
                return;
            }
        }
    }

    private void byMarks() {
        Gap all = new Gap(prefix, hereEnd, prefix, thereEnd, false);
        unique(all, here::hash, there::hash, true);
    }

    /// @param wander whether pairs against the order count, as moved
    private void unique(
            Gap gap, IntToLongFunction keys, IntToLongFunction otherKeys, boolean wander) {
        int[] pairs =
                new UniquePairs(gap.hereFrom, gap.hereTo, i -> free(i) ? keys.applyAsLong(i) : 0)
                        .find(
                                gap.thereFrom,
                                gap.thereTo,
                                j -> freeThere(j) ? otherKeys.applyAsLong(j) : 0);
        boolean[] rising = UniquePairs.rising(pairs);
        for (int k = 0; k < rising.length; k++) {
            if (rising[k] || wander) {
                pair(pairs[2 * k], pairs[2 * k + 1]);
                moved.set(pairs[2 * k], !rising[k]);
            }
        }
    }

    private boolean free(int record) {
        return partner[record - prefix] == NOBODY;
    }

    private boolean freeThere(int record) {
        return partnerThere[record - prefix] == NOBODY;
    }

    private void pair(int record, int other) {
        partner[record - prefix] = other;
        partnerThere[other - prefix] = record;
    }

    /// Beside a pair, what says the same is a pair too, although it says so more than once.
    private void beside() {
        for (int i = Math.max(1, prefix); i < hereEnd; i++) {
            if (partner(i - 1) != NOBODY && !moved(i - 1)) {
                besides(i, partner(i - 1) + 1);
            }
        }
        for (int i = Math.min(hereEnd - 1, here.size() - 2); i >= prefix; i--) {
            if (partner(i + 1) != NOBODY && !moved(i + 1)) {
                besides(i, partner(i + 1) - 1);
            }
        }
    }

    private void besides(int i, int j) {
        boolean between = j >= prefix && j < thereEnd;
        if (between && free(i) && freeThere(j) && here.sameContent(i, there, j)) {
            pair(i, j);
        }
    }

    private void byKey(Gap gap, Keys keys) throws SourceException {
        long[] mine = new long[gap.hereTo - gap.hereFrom];
        for (int i = 0; i < mine.length && !cancellation.requested(); i++) {
            mine[i] = free(gap.hereFrom + i) ? keys.of(true, gap.hereFrom + i) : 0;
        }
        long[] theirs = new long[gap.thereTo - gap.thereFrom];
        for (int j = 0; j < theirs.length && !cancellation.requested(); j++) {
            theirs[j] = freeThere(gap.thereFrom + j) ? keys.of(false, gap.thereFrom + j) : 0;
        }
        unique(gap, i -> mine[i - gap.hereFrom], j -> theirs[j - gap.thereFrom], false);
    }

    /// As many on either side before the next pair: one stands for the other. Where both logs end,
    /// they may as well have gone on differently; only a line that is no record is then taken for
    /// what stands in its place.
    private void byPlace(Gap gap) {
        int[] mine = freeOf(gap.hereFrom, gap.hereTo, true);
        int[] theirs = freeOf(gap.thereFrom, gap.thereTo, false);
        if (gap.closed && mine.length == theirs.length) {
            for (int k = 0; k < mine.length; k++) {
                pair(mine[k], theirs[k]);
            }
        } else if (mine.length > 0 && theirs.length > 0) {
            if (!here.isRecord(mine[0]) || !there.isRecord(theirs[0])) {
                pair(mine[0], theirs[0]);
            }
        }
    }

    private int[] freeOf(int from, int to, boolean mine) {
        int[] found = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (mine ? free(i) : freeThere(i)) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }
}
