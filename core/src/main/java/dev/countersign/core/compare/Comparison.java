// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.CheckpointResult;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What came of comparing two logs. Immutable.
///
/// Rows are numbered from 0: every record of either log is in exactly one, and pages of them are
/// made when asked for.
public final class Comparison {
    private final ChainFormat format;
    private final Relation relation;
    private final int common;
    private final List<Run> runs;
    private final long[] starts;
    private final Side here;
    private final Side there;
    private final List<Stand> stands;
    private final List<Proof> proofs;

    Comparison(
            ChainFormat format,
            Relation relation,
            int common,
            List<Run> runs,
            Side here,
            Side there,
            List<Stand> stands,
            List<Proof> proofs) {
        this.format = format;
        this.relation = relation;
        this.common = common;
        this.runs = List.copyOf(runs);
        this.here = here;
        this.there = there;
        this.stands = List.copyOf(stands);
        this.proofs = List.copyOf(proofs);
        starts = new long[runs.size() + 1];
        for (int i = 0; i < runs.size(); i++) {
            starts[i + 1] = starts[i] + runs.get(i).length();
        }
    }

    /// How both are chained.
    public ChainFormat format() {
        return format;
    }

    /// How they stand to each other.
    public Relation relation() {
        return relation;
    }

    /// How many records both begin with.
    public int common() {
        return common;
    }

    /// All rows, those of one kind together.
    public List<Run> runs() {
        return runs;
    }

    /// The first run that is not the same, if any.
    public @Nullable Run first() {
        for (Run run : runs) {
            if (!run.kind().same()) {
                return run;
            }
        }
        return null;
    }

    /// The record of this log at which a run stands: its first, or where it has none the one that
    /// follows, or the last.
    public int place(Run wanted) {
        boolean passed = false;
        for (Run run : runs) {
            passed |= run.equals(wanted);
            if (passed && run.here() != Run.NONE) {
                return run.here();
            }
        }
        return here.marks().size() - 1;
    }

    /// How many rows are of a kind.
    public long count(Run.Kind kind) {
        return runs.stream().filter(run -> run.kind() == kind).mapToLong(Run::length).sum();
    }

    /// This log.
    public Side here() {
        return here;
    }

    /// The other one.
    public Side there() {
        return there;
    }

    /// How both stand to the checkpoints that were given, in their order.
    public List<Stand> stands() {
        return stands;
    }

    /// What each copy proves about the other.
    public List<Proof> proofs() {
        return proofs;
    }

    /// Which of two logs is not to be relied on.
    public enum Doubt {
        /// Nothing speaks against either, or the same against both.
        NEITHER,
        /// This one.
        HERE,
        /// The other one.
        THERE,
        /// Each, for reasons of its own.
        BOTH
    }

    /// Which one speaks against itself, or is spoken against by a checkpoint. Another spelling of
    /// the same records is nothing against either; another value is, where a checkpoint knows.
    public Doubt doubt() {
        boolean mine = !here.intact();
        boolean theirs = !there.intact();
        boolean differ = !relation.agrees();
        for (Stand stand : stands) {
            mine |= differ && stand.here().otherBytes();
            theirs |= differ && stand.there().otherBytes();
            mine |= stand.here().negative();
            theirs |= stand.there().result() == CheckpointResult.HEAD_MISMATCH;
        }
        return mine ? theirs ? Doubt.BOTH : Doubt.HERE : theirs ? Doubt.THERE : Doubt.NEITHER;
    }

    /// How many rows there are.
    public long rows() {
        return starts[runs.size()];
    }

    /// Some rows, each a run of one.
    ///
    /// @param from the first
    /// @param most how many at most
    public List<Run> page(long from, int most) {
        List<Run> page = new ArrayList<>();
        int run = Arrays.binarySearch(starts, from);
        run = run < 0 ? -run - 2 : run;
        for (long row = from; row < rows() && page.size() < most; row++) {
            while (row >= starts[run + 1]) {
                run++;
            }
            page.add(runs.get(run).row((int) (row - starts[run]), lines()));
        }
        return page;
    }

    private Run.Lines lines() {
        return new Run.Lines() {
            @Override
            public long here(int record) {
                return record == Run.NONE ? 0 : here.marks().line(record);
            }

            @Override
            public long there(int record) {
                return record == Run.NONE ? 0 : there.marks().line(record);
            }
        };
    }
}
