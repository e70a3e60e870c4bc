// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.feature.integrity.LinkDrawing.Link;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/// Puts neighbouring records into lanes, so that every link can be drawn to the record it names:
/// the chain to the left, branches and strangers to the right of it. Pure.
final class LinkLanes {
    /// More lanes than these are drawn over each other.
    static final int MOST = 4;

    private final List<RecordLine> lines;
    private final LongFunction<RecordState> states;
    private final String genesis;
    private final int[] parent;
    private final int[] heir;
    private final boolean[] head;
    private final int[] lane;
    private final int[] from;
    private final List<List<Integer>> to = new ArrayList<>();
    private final List<List<Integer>> passing = new ArrayList<>();
    private final List<BitSet> taken = new ArrayList<>();

    private LinkLanes(List<RecordLine> lines, LongFunction<RecordState> states, String genesis) {
        this.lines = lines;
        this.states = states;
        this.genesis = genesis;
        int n = lines.size();
        parent = new int[n];
        heir = new int[n];
        head = new boolean[n];
        lane = new int[n];
        from = new int[n];
        IntStream.range(0, MOST).forEach(i -> taken.add(new BitSet()));
        IntStream.range(0, n)
                .forEach(i -> {
                    to.add(new ArrayList<>());
                    passing.add(new ArrayList<>());
                });
    }

    /// @param lines neighbouring records, in order
    /// @param states the state of a record
    /// @param genesis the link of a first record
    static List<LinkDrawing> of(
            List<RecordLine> lines, LongFunction<RecordState> states, String genesis) {
        var lanes = new LinkLanes(lines, states, genesis);
        lanes.families();
        IntStream.range(0, lines.size()).forEach(lanes::place);
        return IntStream.range(0, lines.size()).mapToObj(lanes::drawing).toList();
    }

    /// Whom each record's link names, and which record goes on in whose lane.
    private void families() {
        Map<String, Integer> byHash = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            heir[i] = -1;
            parent[i] = byHash.getOrDefault(lines.get(i).link(), -1);
            int p = parent[i];
            if (p >= 0 && !aside(i)) {
                head[p] |= heir[p] >= 0;
                heir[p] = heir[p] < 0 ? i : heir[p];
            }
            String hash = lines.get(i).hash();
            if (hash != null) {
                byHash.put(hash, i);
            }
        }
    }

    /// What does not belong to the chain stands beside it.
    private boolean aside(int i) {
        return switch (state(i)) {
            case INSERTED, DUPLICATED, MALFORMED, TORN -> true;
            case INTACT,
                    UNREAD,
                    UNANCHORED,
                    SUSPECT,
                    FORK,
                    RESTART,
                    REORDERED,
                    MISSING,
                    REWRITTEN,
                    MODIFIED ->
                    false;
        };
    }

    private RecordState state(int i) {
        return states.apply(lines.get(i).record());
    }

    private void place(int i) {
        int p = parent[i];
        boolean inherits = p >= 0 && heir[p] == i;
        int travels;
        if (inherits) {
            boolean back = lane[p] > 0 && !taken.getFirst().get(i);
            travels = lane[p];
            lane[i] = back ? 0 : lane[p];
        } else {
            int first = p >= 0 ? p + 1 : i;
            travels = free(p >= 0 ? lane[p] + 1 : 0, first, i);
            lane[i] = travels;
            taken.get(travels).set(first, i + 1);
        }
        taken.get(lane[i]).set(i);
        if (heir[i] >= 0) {
            taken.get(lane[i]).set(i, heir[i] + 1);
        }
        from[i] = travels;
        if (p >= 0) {
            to.get(p).add(travels);
            for (int row = p + 1; row < i; row++) {
                passing.get(row).add(travels);
            }
        }
    }

    private int free(int least, int first, int last) {
        int lane = Math.min(least, MOST - 1);
        while (lane < MOST - 1) {
            int next = taken.get(lane).nextSetBit(first);
            if (next < 0 || next > last) {
                return lane;
            }
            lane++;
        }
        return lane;
    }

    private LinkDrawing drawing(int i) {
        return new LinkDrawing(lane[i], link(i), from[i], to.get(i), passing.get(i), head[i]);
    }

    private Link link(int i) {
        @Nullable String link = lines.get(i).link();
        if (lines.get(i).malformed() != null || link == null) {
            return Link.NONE;
        }
        if (parent[i] >= 0) {
            boolean severed =
                    state(parent[i]) == RecordState.MODIFIED && state(i) == RecordState.UNANCHORED;
            return severed ? Link.SEVERED : state(i) == RecordState.FORK ? Link.BRANCH : Link.HOLDS;
        }
        if (link.equals(genesis)) {
            return Link.START;
        }
        return switch (state(i)) {
            case FORK, REORDERED, DUPLICATED -> Link.ELSEWHERE;
            case INTACT, UNREAD, UNANCHORED ->
                    i == 0 ? Link.HOLDS : knownBefore(i) ? Link.BROKEN : Link.ELSEWHERE;
            case SUSPECT, RESTART, INSERTED, MISSING, REWRITTEN, MODIFIED, TORN, MALFORMED ->
                    i == 0 ? Link.ELSEWHERE : Link.BROKEN;
        };
    }

    /// A record that is tied to the start, and to none of the rows, is tied to an earlier one.
    private boolean knownBefore(int i) {
        return state(i) == RecordState.UNANCHORED || lines.getFirst().record() == 0;
    }
}
