// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.text.FindingText;
import dev.countersign.app.text.Foreign;
import dev.countersign.core.workspace.Finding;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/// A finding as a row shows it.
///
/// @param entry what was found
/// @param id of the finding
/// @param standing where it stands, at the time of reading
/// @param text what is searched, in lower case
public record FindingRow(FindingEntry entry, String id, Standing standing, String text) {
    /// Where a finding stands.
    public enum Standing {
        /// Somebody has to answer for it.
        OPEN,
        /// And should have done so by now, by a signature that closes it.
        OVERDUE,
        /// A record of the run's log disposes of it; its signature was not verified.
        DISPOSED,
        /// A signed disposition closes it.
        CLOSED
    }

    static FindingRow of(FindingEntry entry, Instant now) {
        Finding finding = entry.finding();
        Standing standing = standing(entry, now);
        String text =
                String.join(
                        " ",
                        finding.id(),
                        finding.severityWord(),
                        FindingText.sentence(finding.kind()),
                        finding.runId(),
                        finding.author() == null ? "" : finding.author(),
                        String.join(" ", entry.goesTo()));
        return new FindingRow(entry, finding.id(), standing, text.toLowerCase(Locale.ROOT));
    }

    private static Standing standing(FindingEntry entry, Instant now) {
        Instant due = entry.due();
        boolean overdue = due != null && !now.isBefore(due);
        return switch (entry.state()) {
            case OPEN -> overdue ? Standing.OVERDUE : Standing.OPEN;
            case DISPOSED_NOT_VERIFIED -> overdue ? Standing.OVERDUE : Standing.DISPOSED;
            case CLOSED -> Standing.CLOSED;
        };
    }

    /// What was found.
    public Finding finding() {
        return entry.finding();
    }

    /// In one sentence.
    public String sentence() {
        return FindingText.sentence(finding().kind());
    }

    /// The run's id, safe to show.
    public String run() {
        return Foreign.visible(finding().runId());
    }

    /// Until when somebody has to act; null if nothing says so.
    public @Nullable Instant due() {
        return entry.due();
    }

    /// How soon somebody has to act, in the words of the policy.
    public String when() {
        return entry.when().isEmpty() ? "no deadline" : Foreign.visible(entry.when());
    }

    /// Whom it goes to, or a dash.
    public String goesTo() {
        return entry.goesTo().isEmpty() ? "–" : String.join(", ", entry.goesTo());
    }
}
