// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.util.ArrayList;
import java.util.List;

/// What was looked at, so that an empty list never says more than that.
public final class CoverageText {
    private CoverageText() {}

    /// `24 runs were read at 2026-11-21 03:55.`
    public static String read(long runs, String at) {
        return Numbers.count(runs, "run") + (runs == 1 ? " was" : " were") + " read, last at " + at;
    }

    /// What could not be looked at; empty if there was no such thing.
    public static String gaps(long unreadable, long missingSources) {
        List<String> gaps = new ArrayList<>();
        if (unreadable > 0) {
            gaps.add(Numbers.count(unreadable, "run") + " could not be read");
        }
        if (missingSources > 0) {
            gaps.add(
                    Numbers.count(missingSources, "source")
                            + (missingSources == 1 ? " is" : " are")
                            + " not there");
        }
        return gaps.isEmpty() ? "" : String.join(" and ", gaps) + ": nothing is said about that.";
    }

    /// What is looked for.
    public static String checked() {
        return "Checked: chains, history since it was last seen, files against their records, gates"
                + " and rules by re-performance, signatures and certificates, segregation of"
                + " duties, blocks and exceptions, deadlines.";
    }
}
