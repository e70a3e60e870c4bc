// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.text.ReportText;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.report.Custody;
import dev.countersign.core.report.Custody.Handling;
import dev.countersign.core.report.Custody.Hash;
import dev.countersign.core.report.Custody.Held;
import dev.countersign.core.report.Custody.Origin;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who had two runs when, one of which is no longer there.
public final class SampleCustody {
    /// The run that is gone.
    public static final String GONE = "personal-trade-compliance-c2d1e0f4a5b6";

    private static final String HERE = "change-approval-0155cb2f963b";
    private static final String DISK = "/srv/reviews/2026-q4/";

    private static final List<Handling> HANDLINGS =
            List.of(
                    ledger("2026-11-20T08:00:00Z", "ada", "opened", "workspace " + DISK, "success"),
                    new Handling(
                            Origin.PROVENANCE,
                            "2026-11-20T08:00:01Z",
                            "this desk",
                            "read_in_bundle",
                            "drive/november.zip (written 2026-11-19T16:20:00Z), 13 records",
                            "success",
                            List.of(GONE),
                            List.of(
                                    new Hash("bundle_sha256", sha256("bundle")),
                                    new Hash("head", sha256("gone")))),
                    new Handling(
                            Origin.CHECKPOINT,
                            "2026-11-20T08:00:02Z",
                            "this desk",
                            "seen_intact",
                            "log of " + HERE + ", 13 records",
                            "success",
                            List.of(HERE),
                            List.of(
                                    new Hash("head", sha256("head")),
                                    new Hash("log_sha256", sha256("log")))),
                    new Handling(
                            Origin.WITNESS,
                            "2026-11-20T09:30:00Z",
                            "audit-desk",
                            "seen_intact",
                            "log of " + GONE + ", 9 records, imported by ada",
                            "success",
                            List.of(GONE),
                            List.of(
                                    new Hash("head", sha256("earlier")),
                                    new Hash("file_sha256", sha256("file")))),
                    ledger("2026-11-21T14:02:11Z", "bo", "verified", "run " + HERE, "success"),
                    ledger("2026-11-22T07:45:00Z", "mallory", "approved", "run " + HERE, "denied"),
                    ledger("2026-11-23T16:00:00Z", "ada", "exported", "report x.pdf", "success"));

    private static final Held HELD =
            new Held(HERE, DISK + "runs/" + HERE, Verdict.INTACT, 13, sha256("head"));

    private SampleCustody() {}

    /// What can be picked: all that is there, and what is not.
    static List<Subject.Seen> seen(List<Subject.Run> runs) {
        List<Subject.Seen> seen = new ArrayList<>();
        runs.forEach(run -> seen.add(new Subject.Seen(run.name(), run.detail())));
        seen.add(new Subject.Seen(GONE, ReportText.gone("CHG-1108, trading")));
        return seen;
    }

    /// Of all, or of one.
    ///
    /// @param run null for all
    static Custody of(@Nullable String run) {
        return new Custody(
                Objects.requireNonNullElse(run, "2026-q4"),
                Instant.parse("2026-11-24T10:00:00Z"),
                "countersign test",
                new Custody.Ledger(Verdict.INTACT, true, 212, sha256("ledger")),
                GONE.equals(run) ? List.of() : List.of(HELD),
                HANDLINGS.stream().filter(one -> run == null || one.runs().contains(run)).toList());
    }

    private static Handling ledger(
            String time, String who, String what, String thing, String outcome) {
        return new Handling(
                Origin.LEDGER,
                time,
                who,
                what,
                thing,
                outcome,
                thing.contains(HERE) ? List.of(HERE) : List.of(),
                List.of(new Hash("event", sha256(time))));
    }

    private static String sha256(String of) {
        return FileDigest.sha256(of.getBytes(StandardCharsets.US_ASCII));
    }
}
