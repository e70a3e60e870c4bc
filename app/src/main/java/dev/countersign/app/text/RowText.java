// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// One record of a log as a row shows it, and what is said when one looks for a record.
public final class RowText {
    /// While a search is under way.
    public static final String SEARCHING = "Searching…";

    /// The file has fewer records than when it was verified.
    public static final String CHANGED = "The file has changed since it was read: verify it again.";

    /// Two branches part here.
    public static final String COMMON_HEAD = "common head";

    private RowText() {}

    /// `2026-01-01 00:00:02`, or as the record spells it if that is no such time.
    public static String time(RecordLine line) {
        String time = line.time();
        if (time == null) {
            return "–";
        }
        boolean iso = time.length() >= 19 && time.charAt(10) == 'T';
        return iso
                ? Quotes.line(time.substring(0, 10) + " " + time.substring(11, 19))
                : Quotes.line(time);
    }

    /// The same without its year, where there is little room.
    public static String shortTime(RecordLine line) {
        String time = time(line);
        return time.length() == 19 && time.charAt(4) == '-' ? time.substring(5) : time;
    }

    /// `Record 7 (line 8)`; without the line while that is not known.
    public static String place(long record, @Nullable RecordLine line) {
        return "Record "
                + Numbers.grouped(record)
                + (line == null ? "" : " (line " + Numbers.grouped(line.line()) + ")");
    }

    /// What happened, or what stands there.
    public static String title(RecordLine line) {
        if (line.malformed() != null) {
            return Quotes.line(line.raw());
        }
        String action = line.action() == null ? "" : Quotes.line(line.action());
        String actor = line.actor() == null ? "" : " by " + Quotes.line(line.actor());
        return action.isEmpty() && actor.isEmpty() ? "(no event name)" : (action + actor).strip();
    }

    /// What else it says, on one line.
    public static String detail(RecordLine line) {
        return line.others().stream()
                .map(said -> Quotes.line(said.name() + " " + said.value()))
                .collect(Collectors.joining(" · "));
    }

    /// The beginning of a hash.
    public static String hash(@Nullable String hash) {
        return hash == null ? "none" : Quotes.line(Quotes.beginning(hash));
    }

    /// A row for readers of the screen.
    public static String spoken(RecordLine line, RecordState state) {
        return "Record "
                + line.record()
                + ", line "
                + line.line()
                + ", "
                + time(line)
                + ", "
                + title(line)
                + ", hash "
                + hash(line.hash())
                + ", "
                + StateText.word(state);
    }

    /// After going to a record by its number.
    public static String went(long record) {
        return "Record " + Numbers.grouped(record);
    }

    /// After a search that found something.
    ///
    /// @param wrapped whether it went on from the start
    public static String found(long record, boolean wrapped) {
        return "Found in record " + Numbers.grouped(record) + (wrapped ? ", from the start" : "");
    }

    /// After one that did not.
    public static String nothing(String text) {
        return "No record has " + Quotes.quoted(text) + " in it";
    }
}
