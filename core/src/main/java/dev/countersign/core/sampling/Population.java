// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.review.PythonText;
import dev.countersign.core.run.RunSummary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The runs that started in a period, in the owner's zone (FORMATS 5).
///
/// @param period a month
/// @param zone the owner's
/// @param members by run id, as Python orders strings; the same run at the same head counts once
/// @param unplaced runs that may belong to it as well as to any other, by run id
public record Population(
        YearMonth period, ZoneId zone, List<Member> members, List<Unplaced> unplaced) {
    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::runId, PythonText::compare).thenComparing(Member::head);

    public Population {
        members = List.copyOf(members);
        unplaced = List.copyOf(unplaced);
    }

    /// Those of some runs that belong to a period.
    public static Population of(Collection<RunSummary> runs, YearMonth period, ZoneId zone) {
        List<Member> members = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Set<Unplaced> unplaced = new LinkedHashSet<>();
        for (RunSummary run : runs) {
            Instant started = run.started();
            boolean inside = started != null && Periods.of(started, zone).equals(period);
            if (started == null || !inside && run.startDoubtful()) {
                unplaced.add(Unplaced.of(run));
            }
            if (inside) {
                Member member = Member.of(run);
                if (seen.add(line(member))) {
                    members.add(member);
                }
            }
        }
        members.sort(ORDER);
        List<Unplaced> nowhere = new ArrayList<>(unplaced);
        nowhere.sort(Comparator.comparing(Unplaced::runId, PythonText::compare));
        return new Population(period, zone, members, nowhere);
    }

    /// Those that are drawn from, in their order.
    public List<Member> approvals() {
        return members.stream().filter(Member::approved).toList();
    }

    /// Those that are all looked at: blocked, to be reviewed, without a gate, and whose verdict
    /// nothing vouches for, drawn from or not.
    public List<Member> risky() {
        return members.stream().filter(Member::risky).toList();
    }

    /// SHA-256 of `run_id SP head LF` for each run, in lower-case hex.
    public String sha256() {
        StringBuilder text = new StringBuilder();
        members.forEach(member -> text.append(line(member)));
        return FileDigest.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256 of `run_id LF` for each run: observing a run changes its head, not this.
    public String runsSha256() {
        StringBuilder text = new StringBuilder();
        members.forEach(member -> text.append(member.runId()).append('\n'));
        return FileDigest.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Member member) {
        return member.runId() + " " + member.head() + "\n";
    }
}
