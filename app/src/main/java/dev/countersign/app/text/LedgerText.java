// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.ledger.FailedAccess;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerFault;
import dev.countersign.core.ledger.LedgerReport;

import java.util.ArrayList;
import java.util.List;

/// What is to be said of the ledger, the record of what was done at the desk.
public final class LedgerText {
    /// No event answers the question.
    public static final String NOTHING = "No event in the ledger fits.";

    private LedgerText() {}

    /// One word for the whole answer, lower case.
    public static String lead(LedgerReport report) {
        if (report.verdict() != Verdict.INTACT) {
            return report.verdict().word();
        }
        if (report.checkpoint().negative()) {
            return report.checkpoint() == CheckpointResult.TAIL_MISSING ? "incomplete" : "mismatch";
        }
        return report.guardsMissing().isEmpty() ? Verdict.INTACT.word() : "unguarded";
    }

    /// Everything there is to say, a sentence each, the most important first.
    public static List<String> sentences(LedgerReport report) {
        List<String> said = new ArrayList<>();
        said.add(verdict(report));
        said.add(completeness(report));
        if (!report.guardsMissing().isEmpty()) {
            said.add(
                    "The ledger is no longer kept from being edited: "
                            + String.join(", ", report.guardsMissing())
                            + " was removed from its database. Somebody had the file in hand.");
        }
        if (report.verdict() == Verdict.INTACT) {
            said.add(
                    "Not covered by the hashes: IP address, user agent, request and session of an"
                            + " event.");
        }
        return said;
    }

    private static String verdict(LedgerReport report) {
        LedgerFault first = report.first();
        if (first != null) {
            return "Event " + Numbers.grouped(first.position()) + ": " + fault(first.kind());
        }
        String extent = Numbers.count(report.events(), "event");
        return report.verdict() == Verdict.EMPTY
                ? "Nothing to verify: the ledger has no event."
                : Quotes.ended(
                        "Intact as far as it goes: "
                                + extent
                                + ", head "
                                + Quotes.hash(report.head())
                                + ".");
    }

    /// What is wrong with an event, and what to do.
    public static String fault(LedgerFault.Kind kind) {
        String what =
                switch (kind) {
                    case MALFORMED -> "the line is not an event.";
                    case HASH -> "its hash is not that of what it says: it was edited.";
                    case LINK -> "it does not follow the event before it.";
                    case MISSING -> "it is missing, but later ones are there.";
                    case RESPELLED -> "it was written again in other bytes than the desk writes.";
                };
        return what + " Export the ledger and verify the file to see every fault.";
    }

    private static String completeness(LedgerReport report) {
        String says = VerdictText.completeness(report.checkpoint());
        return report.checkpoint() == CheckpointResult.NONE
                ? "Completeness not checked: the desk has not remembered this ledger yet."
                : Character.toUpperCase(says.charAt(0)) + says.substring(1) + ".";
    }

    /// An event on one line.
    public static String line(LedgerEvent event) {
        return Quotes.whole(event.timestamp())
                + "  "
                + Quotes.whole(event.actorId())
                + " ("
                + Quotes.whole(event.actorType())
                + ")  "
                + Quotes.whole(event.action())
                + "  "
                + Quotes.whole(event.resourceType())
                + " "
                + Quotes.whole(event.resourceId())
                + "  "
                + Quotes.whole(event.outcome());
    }

    /// An actor's failures on one line.
    public static String line(FailedAccess failed) {
        return Quotes.whole(failed.actorId())
                + "  "
                + Numbers.count(failed.count(), "failure")
                + ", first "
                + Quotes.whole(failed.first())
                + ", last "
                + Quotes.whole(failed.last());
    }

    /// What an export did.
    public static String exported(long events, String file) {
        return Numbers.count(events, "event")
                + " written to "
                + file
                + ". `countersign verify` reads it, as format B.";
    }
}
