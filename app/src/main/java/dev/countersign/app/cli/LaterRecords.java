// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.workspace.Finding;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Says that an answer as of a past instant has younger records in it: `--at` fixes now (CLI), and
/// clocks read as they did then (CLOCKS, "replay"), but no record is taken off a log. Status and
/// decisions are those of the whole of it. Records that are yet to come when somebody asks about
/// now are said for another reason: whoever dates a wait so keeps it from being overdue.
final class LaterRecords {
    /// What the clocks of two machines may be apart.
    private static final Duration APART = Duration.ofMinutes(5);

    private LaterRecords() {}

    static void say(
            Collection<RunSummary> runs, Instant now, Arguments arguments, Console console) {
        boolean past = arguments.value("--at") != null;
        Instant last = past ? now : now.plus(APART);
        say(runs.stream().filter(run -> later(run, last)).count(), past, now, console);
    }

    static void say(RunSnapshot run, Instant now, Arguments arguments, Console console) {
        boolean past = arguments.value("--at") != null;
        Instant last = past ? now : now.plus(APART);
        boolean later = run.events().stream().anyMatch(event -> after(event.at(), last));
        say(later ? 1 : 0, past, now, console);
    }

    /// What no record dates is told as found then, whenever it was first seen.
    static void say(
            Collection<Finding> raised,
            Collection<Finding> told,
            Instant now,
            Arguments arguments,
            Console console) {
        Set<String> ids = told.stream().map(Finding::id).collect(Collectors.toSet());
        long later =
                raised.stream()
                        .filter(finding -> finding.at().isAfter(now) && ids.contains(finding.id()))
                        .count();
        if (later > 0 && arguments.value("--at") != null) {
            console.complain(
                    (later == 1 ? "1 finding was" : later + " findings were")
                            + " first seen after "
                            + now
                            + ": what the files are now, told as found then.");
        }
    }

    private static void say(long runs, boolean past, Instant now, Console console) {
        if (runs > 0) {
            String have = runs == 1 ? "1 run has" : runs + " runs have";
            console.complain(
                    past
                            ? have
                                    + " records after "
                                    + now
                                    + ". Clocks are as of then; status and decisions include them."
                            : have
                                    + " records that are dated later than now ("
                                    + now
                                    + "): they, or this machine's clock, are wrong, and a deadline"
                                    + " that starts with them is not over before then.");
        }
    }

    private static boolean later(RunSummary run, Instant now) {
        boolean later = after(run.started(), now);
        for (RunClock clock : run.clocks()) {
            later |= clock.cycle().started().isAfter(now) || clock.open() != clock.openAt(now);
        }
        for (Disposition disposition : run.dispositions()) {
            later |= after(disposition.at(), now);
        }
        return later;
    }

    private static boolean after(@Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now);
    }
}
