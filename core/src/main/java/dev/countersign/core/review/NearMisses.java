// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.review.Grounding.NearMiss;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// The stretch of the evidence that is most like a citation that is not in it. A help for the
/// reader, no part of the verdict: its effort is bounded, beyond that it says nothing.
///
/// First the window with the most short runs in common, by counting; within it the best local
/// alignment (Smith, Waterman, 1981). Both in UTF-16 units of the normalised texts.
final class NearMisses {
    /// Of a longer citation only the beginning is looked at.
    private static final int LONGEST_CITATION = 2_000;

    private static final int RUN = 4;

    /// Less of the citation than this is chance.
    private static final int LEAST_LIKENESS = 20;

    /// Steps for all citations of one gate together: a second or two at the worst.
    private static final long EFFORT = 200_000_000;

    private final Normalised source;
    private long effort = EFFORT;

    NearMisses(Normalised source) {
        this.source = source;
    }

    /// The stretch most like a normalised citation; null if nothing is, or the effort is spent.
    @Nullable NearMiss nearest(String citation) {
        String wanted = citation.substring(0, Math.min(citation.length(), LONGEST_CITATION));
        String text = source.text();
        int size = Math.min(text.length(), 2 * wanted.length());
        effort -= text.length() + (long) wanted.length() * size;
        if (effort < 0 || text.length() < RUN) {
            return null;
        }
        int end = bestWindow(wanted, text, size);
        if (end < 0) {
            return null;
        }
        Alignment best = Alignment.best(wanted, text, end - size, end);
        int likeness = (int) (100L * best.same() / wanted.length());
        if (likeness < LEAST_LIKENESS) {
            return null;
        }
        return new NearMiss(source.from(best.from()), source.to(best.to()), likeness);
    }

    /// Where the window of a size ends that shares the most runs with the citation, each run
    /// counted as often as the citation has it; in the middle of the equally good ones. -1 if none
    /// shares any.
    private static int bestWindow(String wanted, String text, int size) {
        Map<Long, int[]> left = new HashMap<>();
        for (int i = 0; i + RUN <= wanted.length(); i++) {
            left.computeIfAbsent(run(wanted, i), key -> new int[1])[0]++;
        }
        int shared = 0;
        int most = 0;
        int first = -1;
        int last = -1;
        for (int end = RUN; end <= text.length(); end++) {
            int[] comes = left.get(run(text, end - RUN));
            shared += comes != null && comes[0]-- > 0 ? 1 : 0;
            if (end > size) {
                int[] goes = left.get(run(text, end - size - 1));
                shared -= goes != null && goes[0]++ >= 0 ? 1 : 0;
            }
            if (shared > most) {
                most = shared;
                first = end;
            }
            last = shared == most && (last == end - 1 || first == end) ? end : last;
        }
        return most == 0 ? -1 : Math.max(size, first + (Math.max(last, first) - first) / 2);
    }

    private static long run(String text, int at) {
        return (long) text.charAt(at) << 48
                | (long) text.charAt(at + 1) << 32
                | (long) text.charAt(at + 2) << 16
                | text.charAt(at + 3);
    }
}
