// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.findings.Coverage;
import dev.countersign.app.feature.findings.FindingEntry;
import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.core.clock.HowSoon;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Findings as a workspace gives them.
public final class SampleFindings {
    /// The head that was seen, and the head that is there now.
    public static final String BEFORE =
            "7c1e5d0a94f3b26e8810cc5fa2d7e6419b03f85ad2c6714e90bb13f7a8d54c02";

    private static final String NOW =
            "e04b9a7731d5c8f20f6a1b84c93de75208aa6cf19b4e3d7250c1f8e6b79a3d11";
    private static final Path WORKSPACE = Path.of("/srv/reviews/2026-q4");
    private static final Coverage COVERAGE =
            new Coverage(24, List.of(), 0, Instant.parse("2026-11-21T02:50:00Z"));

    private static final Disposition DISPOSED =
            new Disposition(
                    9,
                    Instant.parse("2026-11-20T13:05:00Z"),
                    "grace@example.com",
                    "incident-runbook-6f1d22c90be3",
                    "corrected elsewhere",
                    null,
                    Outcome.NOT_CHECKED,
                    false);

    private SampleFindings() {}

    /// Nothing was looked at.
    public static FindingsReading unchecked() {
        return new FindingsReading(List.of(), new Coverage(0, List.of(), 1, null));
    }

    /// Nothing was found.
    public static FindingsReading none() {
        return new FindingsReading(List.of(), COVERAGE);
    }

    /// Nothing was found in what could be read.
    public static FindingsReading gaps() {
        return new FindingsReading(
                List.of(), new Coverage(22, unread(2), 1, Instant.parse("2026-11-21T02:50:00Z")));
    }

    /// One of many kinds, the worst first.
    public static FindingsReading some() {
        List<Finding> findings =
                List.of(
                        rewritten(),
                        plain(FindingKind.CHAIN_BROKEN, 1, "change-approval-0155cb2f963b", fault()),
                        repeated(),
                        breach(FindingKind.BREACHED_OBSERVATION, 2, "change-approval-41c7ab9012de"),
                        plain(
                                FindingKind.ARTIFACT_DIFFERS,
                                2,
                                "personal-trade-compliance-77aa10b2c4d5",
                                artifact()),
                        plain(
                                FindingKind.SEGREGATION_VIOLATED,
                                2,
                                "change-approval-9e02b5d1740c",
                                checks()),
                        breach(FindingKind.BREACHED_APPROVAL, 3, "change-approval-5d0f11e8a2b7"),
                        breach(
                                FindingKind.BREACHED_OPERATOR_REVIEW,
                                3,
                                "change-approval-c3b8e96f0a14"),
                        due(FindingKind.RUN_BLOCKED, "change-approval-41c7ab9012de"),
                        due(FindingKind.RUN_FAILED, "incident-runbook-6f1d22c90be3"),
                        plain(
                                FindingKind.STATE_DIFFERS,
                                3,
                                "change-approval-20aa4f7de913",
                                checks()),
                        plain(
                                FindingKind.EXCEPTION,
                                4,
                                "change-approval-8b1c9d7703ef",
                                JsonValue.object().with("control", "CM-03").build()));
        return new FindingsReading(
                findings.stream().map(SampleFindings::entry).toList(),
                new Coverage(24, unread(1), 0, COVERAGE.at()));
    }

    /// More than fits on any screen.
    public static FindingsReading many(int count) {
        List<FindingEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(
                    entry(due(FindingKind.RUN_BLOCKED, String.format("change-approval-%012x", i))));
        }
        return new FindingsReading(entries, new Coverage(count, List.of(), 0, COVERAGE.at()));
    }

    private static List<Coverage.Unread> unread(int many) {
        List<Coverage.Unread> runs = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Path path = WORKSPACE.resolve("runs/change-approval-7b1e20c4d9a" + i);
            String why =
                    path + "/audit.jsonl may not be read by this user: ask for read permission.";
            runs.add(new Coverage.Unread(path, why));
        }
        return runs;
    }

    private static FindingEntry entry(Finding finding) {
        String when =
                switch (finding.severity()) {
                    case 1 -> "at once; the workflow is put on hold";
                    case 2 -> "same day";
                    case 3 -> "next business day";
                    default -> "normal queue";
                };
        List<String> to =
                switch (finding.severity()) {
                    case 1 -> List.of("platform owner", "audit");
                    case 2 -> List.of("platform owner", "control owner");
                    case 3 -> List.of("process owner", "operations");
                    default -> List.of("control owner");
                };
        boolean escalated = finding.severity() < 4;
        Path outbox = WORKSPACE.resolve("outbox");
        boolean gone = finding.kind() == FindingKind.STATE_DIFFERS;
        return new FindingEntry(
                finding,
                finding.kind() == FindingKind.RUN_FAILED
                        ? FindingState.DISPOSED_NOT_VERIFIED
                        : FindingState.OPEN,
                finding.kind() == FindingKind.RUN_FAILED ? DISPOSED : null,
                gone ? null : WORKSPACE.resolve("runs").resolve(finding.runId()),
                to,
                when,
                due(finding, when),
                escalated ? outbox.resolve(finding.id() + ".json") : null,
                escalated ? outbox.resolve(finding.id() + ".eml") : null);
    }

    private static @Nullable Instant due(Finding finding, String when) {
        Instant due = finding.due();
        return due != null ? due : HowSoon.due(when, finding.at(), DefaultPolicy.get().calendar());
    }

    private static Finding rewritten() {
        JsonObject evidence =
                JsonValue.object()
                        .with("checkpoint", "head_mismatch")
                        .with("records_before", 19)
                        .with("head_before", BEFORE)
                        .with("taken_at", "2026-11-19T14:02:11Z")
                        .with("records_now", 19)
                        .with("head_now", NOW)
                        .build();
        return finding(
                FindingKind.HISTORY_REWRITTEN,
                1,
                "change-approval-3aa0d4c1f87e",
                "2026-11-20T08:14:09Z",
                null,
                evidence);
    }

    private static JsonObject fault() {
        return JsonValue.object()
                .with("verdict", "broken")
                .with("records", 19)
                .with("head", NOW)
                .with("faults", 1)
                .with("category", "content_modified")
                .with("record", 7)
                .with("line", 8)
                .with("offset", 2210)
                .build();
    }

    private static JsonObject artifact() {
        return JsonValue.object()
                .with("artifact", "workpaper.json")
                .with("recorded", BEFORE)
                .with("sha256", NOW)
                .build();
    }

    private static JsonObject checks() {
        JsonObject evidence =
                JsonValue.object()
                        .with("subject", "change_approval")
                        .with("record", 14)
                        .with("expected", "somebody else than ada@example.org")
                        .with("found", "ada@example.org")
                        .build();
        JsonObject check =
                JsonValue.object()
                        .with("check", "approver_is_not_author")
                        .with("why", "disagrees")
                        .with("evidence", new JsonArray(List.of(evidence)))
                        .build();
        return JsonValue.object().with("checks", new JsonArray(List.of(check))).build();
    }

    private static Finding repeated() {
        List<JsonValue> blocks = new ArrayList<>();
        for (String run : List.of("41c7ab9012de", "b70e55a1c9f2", "0d93ce417ab6")) {
            blocks.add(
                    JsonValue.object()
                            .with("run_id", "change-approval-" + run)
                            .with("hash", NOW)
                            .with("at", "2026-11-18T10:22:41Z")
                            .build());
        }
        JsonObject evidence =
                JsonValue.object()
                        .with("author", "mallory@example.org")
                        .with("blocks", new JsonArray(blocks))
                        .build();
        return finding(
                FindingKind.REPEATED_BLOCKS,
                2,
                "change-approval-0d93ce417ab6",
                "2026-11-18T10:22:41Z",
                null,
                evidence);
    }

    private static Finding breach(FindingKind kind, int severity, String run) {
        String due = "2026-11-20T16:00:00Z";
        JsonObject evidence =
                JsonValue.object()
                        .with("clock", "approval")
                        .with("tier", "standard")
                        .with("step", "human_approval")
                        .with("record", 11)
                        .with("hash", NOW)
                        .with("started", "2026-11-19T13:37:00Z")
                        .with("due", due)
                        .with("policy_version", "default-1")
                        .with("escalate_to", "process owner")
                        .build();
        return finding(kind, severity, run, due, due, evidence);
    }

    private static Finding due(FindingKind kind, String run) {
        JsonObject evidence =
                JsonValue.object()
                        .with("record", 9)
                        .with("hash", NOW)
                        .with("step", "gate")
                        .with("reason", "2 of 6 claims are not grounded")
                        .build();
        return finding(kind, 3, run, "2026-11-20T13:20:00Z", "2026-11-23T13:20:00Z", evidence);
    }

    private static Finding plain(FindingKind kind, int severity, String run, JsonObject evidence) {
        return finding(kind, severity, run, "2026-11-20T09:41:30Z", null, evidence);
    }

    private static Finding finding(
            FindingKind kind,
            int severity,
            String run,
            String at,
            @Nullable String due,
            JsonObject evidence) {
        return new Finding(
                kind,
                severity,
                run,
                "subject",
                Instant.parse(at),
                due == null ? null : Instant.parse(due),
                "ada@example.org",
                NOW,
                evidence);
    }
}
