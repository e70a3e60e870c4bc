// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.util.Locale;

/// What was done at the desk, in words.
public final class LedgerWords {
    private LedgerWords() {}

    /// `Finding raised` for `finding.raised` or `FINDING_RAISED`: actions are names, not foreign
    /// text, but they come from a file.
    public static String action(String action) {
        String plain =
                Foreign.visible(action).replaceAll("[._-]+", " ").strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                ? "(none)"
                : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /// The chain holds; its head follows.
    public static String intact(long events) {
        return events(events) + ", each tied to the one before. Head";
    }

    /// `1 event`, `2 events`.
    public static String events(long n) {
        return Numbers.grouped(n) + " " + eventsWord(n);
    }

    private static String eventsWord(long n) {
        return n == 1 ? "event" : "events";
    }

    /// What to do where an event is wrong.
    public static String broken() {
        return "It is selected below. Change nothing in the workspace, and compare the event with a"
                + " backup or an earlier export.";
    }

    /// What to do where all events are right and the whole is not.
    public static String doubted() {
        return "Change nothing in the workspace, and compare the ledger with a backup or an earlier"
                + " export.";
    }

    /// What is said at the event that is wrong.
    public static String here() {
        return "The ledger is broken here";
    }

    /// How an event went: about what was done, not about the ledger.
    public static String went(String outcome) {
        return "Outcome: " + outcome.toLowerCase(Locale.ROOT);
    }

    /// Nobody has looked yet.
    public static String notChecked() {
        return "Not checked since it was opened.";
    }

    /// There is nothing that could be right or wrong.
    public static String nothing() {
        return "Nothing to verify: the ledger has no event.";
    }

    /// It was stopped before the end.
    public static String stopped(long events) {
        return "Stopped after " + events(events) + ": there is no verdict.";
    }

    /// Where the file is; the command to check it follows.
    public static String exported(long events) {
        return events(events) + " written. Anybody can check the file with:";
    }

    /// What comes of hashing an event here.
    ///
    /// @param none whether it is no record
    /// @param right whether that is the hash it carries
    public static String computed(boolean none, boolean right) {
        return none ? "No record: it cannot be hashed" : right ? "Agrees" : "Differs";
    }
}
