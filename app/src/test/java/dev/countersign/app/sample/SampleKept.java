// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Hold;
import dev.countersign.core.workspace.Sightings;

import java.time.Instant;
import java.util.List;

/// What a workspace keeps about a log.
public final class SampleKept {
    /// Nothing.
    public static final Kept NOTHING = new Kept.Here(List.of(), Sightings.NONE);

    /// A broken chain, and a witness who has seen another one.
    public static final List<Finding> FOUND =
            List.of(
                    finding(FindingKind.CHAIN_BROKEN, JsonValue.object().build()),
                    finding(
                            FindingKind.WITNESS_DISAGREES,
                            JsonValue.object()
                                    .with("witness", "audit desk")
                                    .with("records_before", 21)
                                    .with("head_before", SampleReports.HEAD)
                                    .with("taken_at", "2026-11-19T16:00:00Z")
                                    .with("records_now", 23)
                                    .with("head_now", "91bb04e2d3c7".repeat(5) + "ffff")
                                    .build()));

    /// The same, of a log.
    public static final Kept BROKEN = new Kept.Here(FOUND, Sightings.NONE);

    /// Somebody has put its run on hold.
    public static final Hold HOLD =
            new Hold(
                    "change-approval-0155cb2f963b",
                    "ada@example.org",
                    "2026-11-20T10:02:11Z",
                    "The log of this run is broken.",
                    null);

    /// What a crash left of a record.
    public static final List<TornEndFile> TORN =
            List.of(new TornEndFile("audit.jsonl.torn-1", 12, SampleReports.HEAD));

    private SampleKept() {}

    private static Finding finding(FindingKind kind, JsonObject evidence) {
        return new Finding(
                kind,
                1,
                "change-approval-0155cb2f963b",
                "chain",
                Instant.parse("2026-11-20T09:41:30Z"),
                null,
                "ada@example.org",
                null,
                evidence);
    }
}
