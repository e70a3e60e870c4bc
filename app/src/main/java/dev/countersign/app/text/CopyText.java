// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.LogLines.Line;
import dev.countersign.core.compare.FieldChange;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;
import dev.countersign.core.compare.Stand;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words around another copy of a log.
public final class CopyText {
    /// Before there is another copy.
    public static final String OFFER =
            "Compare with another copy of this log: a backup, a bundle, the pipeline's own. Drop it"
                    + " here, or choose it. Nothing is changed in either.";

    /// What is asked about a file that was dropped.
    public static final String DROPPED = "Is this another copy of the log that is open?";

    /// While it is under way.
    public static final String COMPARING = "Comparing";

    /// After it was stopped.
    public static final String STOPPED = "Stopped before both were read: nothing is known.";

    private static final int AROUND = 24;
    private static final int MOST = 160;

    private CopyText() {}

    /// Two logs that are chained in different ways.
    public static String formats(String here, String there) {
        return "This log is of format "
                + here
                + ", the other of format "
                + there
                + ": no record of one can be one of the other.";
    }

    /// How both stand to what was seen earlier: of checkpoints of the same name that say the same,
    /// the last.
    public static List<String> stands(List<Stand> stands) {
        Map<List<Object>, Stand> told = new LinkedHashMap<>();
        stands.forEach(s -> told.put(List.of(s.name(), s.here(), s.there()), s));
        return told.values().stream().map(CompareText::stand).toList();
    }

    /// One difference, for a row.
    public static String row(Run run) {
        return Quotes.capital(CompareText.place(run)) + ": " + CompareText.phrase(run);
    }

    /// What a field says in one of the copies, as JSON.
    public static String value(FieldChange.@Nullable Value value) {
        return value == null ? "(no such field)" : Foreign.visible(Foreign.cut(value.text(), MOST));
    }

    /// Which field, and whether the hash covers it.
    public static String field(FieldChange change) {
        return Quotes.line(change.pointer()) + (change.covered() ? "" : "  (not hashed)");
    }

    /// The bytes of a line that differ, with some of what stands around them.
    public static String bytes(@Nullable Line line, PairDiff.Bytes bytes) {
        if (line == null) {
            return "(no such record)";
        }
        byte[] text = line.text();
        int from = Math.max(0, bytes.from() - AROUND);
        int inside = Math.min(bytes.length(), MOST);
        int to = Math.min(text.length, bytes.from() + inside + AROUND);
        String shown = new String(text, from, to - from, StandardCharsets.UTF_8);
        return (from > 0 ? "…" : "") + Foreign.visible(shown) + (to < text.length ? "…" : "");
    }

    /// Where in the line the bytes are.
    public static String place(PairDiff.Bytes here, PairDiff.Bytes there) {
        return "From byte "
                + here.from()
                + " of the line: "
                + Numbers.count(here.length(), "byte")
                + " here, "
                + Numbers.count(there.length(), "byte")
                + " there.";
    }
}
