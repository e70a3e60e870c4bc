// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Witnessed;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Checkpoints of others in words, on their way to this desk.
public final class WitnessedText {
    /// That nothing was imported.
    public static final String REFUSED = "These checkpoints are not imported";

    /// That a log here is not the one that was seen.
    public static final String DISAGREE = "A log here is not the one that was seen";

    /// What importing does.
    public static final String MEANING =
            "Import keeps what they have seen, for good, and compares it with the logs here, now"
                    + " and at every later reading.";

    /// What to do about a disagreement.
    public static final String TO_DO =
            "Keep both copies as they are, and compare them. The finding says whom to tell, and how"
                    + " soon.";

    /// That nobody signed it.
    public static final String UNSIGNED = "none: it says what its bearer says";

    private WitnessedText() {}

    /// What it is.
    public static String what(List<Witnessed> seen) {
        return Numbers.count(seen.size(), "checkpoint") + " of another desk or witness";
    }

    /// When the last one was taken.
    ///
    /// @param zone of whoever reads it
    public static String latest(List<Witnessed> seen, ZoneId zone) {
        return seen.stream()
                .map(one -> one.checkpoint().takenAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> TimeText.stated(at, zone))
                .orElse("not said");
    }

    /// Which log is not the one that was seen, how severe that is, and why.
    ///
    /// @param zone of whoever reads it
    public static String disagrees(Finding finding, ZoneId zone) {
        return finding.severityWord()
                + ": "
                + Quotes.line(finding.runId())
                + ": "
                + SeenText.sentence(finding, zone);
    }

    /// Which runs they are about.
    ///
    /// @param here how many of them are in this workspace
    public static String runs(List<Witnessed> seen, int here) {
        List<String> runs = seen.stream().map(Witnessed::runId).distinct().toList();
        String what = runs.size() == 1 ? runs.getFirst() : Numbers.count(runs.size(), "run");
        return what
                + (here == runs.size() ? ", in this workspace" : ", of which " + here + " here");
    }

    /// What was imported.
    public static String imported(int all, int fresh, int disagree) {
        return "Imported: "
                + Numbers.count(all, "checkpoint")
                + ", "
                + fresh
                + " new"
                + (disagree == 0 ? ", and no log here disagrees." : "; a log here disagrees.");
    }
}
