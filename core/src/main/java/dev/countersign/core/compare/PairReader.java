// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogLines;
import dev.countersign.core.chain.LogLines.Line;
import dev.countersign.core.compare.PairDiff.Bytes;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the rows of a comparison again: both lines, and what they disagree about. Blocking; not
/// for concurrent use.
public final class PairReader {
    private final ChainFormat format;
    private final LogLines here;
    private final LogLines there;
    private final FieldDiff diff;
    private final JsonReader reader;

    PairReader(ChainFormat format, Limits limits, LogLines here, LogLines there) {
        this.format = format;
        this.here = here;
        this.there = there;
        diff = new FieldDiff(format, limits);
        reader = new JsonReader(limits.maxValues());
    }

    /// @param here the snapshot that was compared
    /// @param there the other one
    public static PairReader of(LogFile here, LogFile there, Comparison comparison, Limits limits) {
        ChainFormat format = comparison.format();
        return new PairReader(
                format,
                limits,
                new LogLines(here, format, limits, comparison.here().marks()),
                new LogLines(there, format, limits, comparison.there().marks()));
    }

    /// Both lines of a row, and what they disagree about. Of a row that only one log has, that
    /// line.
    ///
    /// @throws SourceException if a log cannot be read any more
    public PairDiff read(Run row) throws SourceException {
        Line mine = row.here() == Run.NONE ? null : here.read(row.here());
        Line theirs = row.there() == Run.NONE ? null : there.read(row.there());
        if (mine != null && theirs != null) {
            return diff.of(mine, theirs);
        }
        return new PairDiff(mine, theirs, List.of(), 0, all(mine), all(theirs), false);
    }

    private static Bytes all(@Nullable Line line) {
        return new Bytes(0, line == null ? 0 : line.text().length);
    }

    /// Whether two records are the same value, whatever their spelling.
    boolean sameValue(int mine, int theirs) throws SourceException {
        PairDiff found = diff.of(here.read(mine), there.read(theirs));
        return found.comparable() && found.fields().isEmpty();
    }

    /// Keys by which records that say different things are still recognised: time and event, then
    /// the time alone.
    Alignment.Keys[] keys() {
        return new Alignment.Keys[] {
            (mine, record) -> key(mine, record, true), (mine, record) -> key(mine, record, false)
        };
    }

    private long key(boolean mine, int record, boolean withAction) throws SourceException {
        byte[] text = (mine ? here : there).read(record).text();
        String timeField = format.timeField();
        if (timeField == null
                || reader.read(text, 0, text.length) != null
                || !reader.tape().isObject(0)) {
            return 0;
        }
        String time = says(reader.tape(), timeField);
        String actionField = format.actionField();
        String action = !withAction || actionField == null ? "" : says(reader.tape(), actionField);
        return time == null ? 0 : spread(time + '\0' + action);
    }

    private static @Nullable String says(JsonTape tape, String field) {
        int node = tape.find(field.getBytes(StandardCharsets.UTF_8));
        return node < 0 || !tape.isString(node) ? null : tape.string(node);
    }

    /// FNV-1a. Who makes two keys equal has two records paired that are shown to differ.
    private static long spread(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
