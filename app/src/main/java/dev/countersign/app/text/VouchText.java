// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointHistory;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.Vouch;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Who vouches for a checkpoint.
public final class VouchText {
    private VouchText() {}

    /// One line of a note, one sentence.
    public static String sentence(Vouch vouch) {
        return said(vouch, "give its --note-verifier");
    }

    /// The same, in the window.
    public static String shown(Vouch vouch) {
        return said(vouch, "its key is not among those in Settings, Identity and keys");
    }

    private static String said(Vouch vouch, String unknown) {
        String name = Quotes.line(vouch.name());
        return switch (vouch.state()) {
            case SIGNED -> "Signed by " + name + ".";
            case COSIGNED -> "Cosigned by " + name + " at " + vouch.at() + ".";
            case WRONG -> "The signature of " + name + " is wrong.";
            case UNKNOWN ->
                    "Not checked: the signature of "
                            + name
                            + " (key "
                            + vouch.keyId()
                            + "); "
                            + unknown
                            + ".";
        };
    }

    /// That a checkpoint disagrees, whose it is, and since when; empty if it agrees.
    public static String disagreement(
            CheckpointNote note, List<Vouch> vouches, CheckpointResult result) {
        if (!result.negative()) {
            return "";
        }
        String taken = note.checkpoint().takenAt();
        String witness =
                vouches.stream()
                        .filter(Vouch::good)
                        .map(v -> Quotes.line(v.name()) + (v.at() == null ? "" : " at " + v.at()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("nobody whose key is known");
        return "The checkpoint of "
                + Quotes.line(note.origin())
                + (taken == null ? "" : ", taken at " + Quotes.line(taken))
                + ", disagrees: it has seen "
                + Numbers.count(note.checkpoint().records(), "record")
                + " with head "
                + Quotes.hash(note.checkpoint().head())
                + ", vouched for by "
                + witness
                + "; this log was changed after that.";
    }

    /// How a log stands to all that this desk has seen of it, one sentence.
    ///
    /// @param kept how often it has seen it in another state
    public static String history(CheckpointHistory history, int kept) {
        Checkpoint agreed = history.agreed();
        String seen = "Kept here: " + Numbers.count(kept, "checkpoint");
        if (!history.negative() && history.hollow() == 0) {
            return seen + ", and the log agrees with " + (kept == 1 ? "it" : "all") + ".";
        }
        return seen
                + (history.negative() ? against(history) : "")
                + hollow(history.hollow())
                + (agreed == null
                        ? ""
                        : "; the log still agrees up to "
                                + Numbers.count(agreed.records(), "record")
                                + at(" seen at ", agreed.takenAt()))
                + ".";
    }

    private static String against(CheckpointHistory history) {
        return ", of which "
                + history.against().size()
                + " disagree"
                + (history.against().size() == 1 ? "s" : "")
                + at(", since ", history.since());
    }

    /// Heads that are stored, while the log is broken up to there.
    private static String hollow(int heads) {
        return switch (heads) {
            case 0 -> "";
            case 1 -> ", of which one has its head in the log, which is broken up to there";
            default ->
                    ", of which "
                            + heads
                            + " have their head in the log, which is broken up to there";
        };
    }

    private static String at(String word, @Nullable String when) {
        return when == null ? "" : word + Quotes.line(when);
    }

    /// Why a note is to be rejected (c2sp.org/signed-note): a known key's signature is wrong, or no
    /// known key signed it although some are known; null if it is not.
    public static @Nullable String rejected(List<Vouch> vouches, boolean keysKnown) {
        for (Vouch vouch : vouches) {
            if (vouch.state() == Vouch.State.WRONG) {
                return "the signature of " + Quotes.line(vouch.name()) + " on it is wrong";
            }
        }
        return keysKnown && vouches.stream().noneMatch(Vouch::good)
                ? "no key that was given has signed it"
                : null;
    }
}
