// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.ledger.LedgerPage;
import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.ledger.LedgerRow.Outcome;
import dev.countersign.app.feature.ledger.LedgerSource;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A ledger as it would be read.
///
/// @param entries how many it has
/// @param verdict what verifying it gives
/// @param fails whether it cannot be read
public record SampleLedger(int entries, LedgerVerdict verdict, boolean fails)
        implements LedgerSource {
    /// Hash of the last entry.
    public static final String HEAD =
            "b1946ac92492d2347c6235b4d2611184d1f5c7ae3a0f2b6688e04c1a97d3f50e";

    private static final String BEFORE =
            "591785b794601e212b260e25925636fd91b7e31f4c0a2d88a6cc03f57e19d4b2";

    /// A right one.
    public static SampleLedger of(int entries) {
        return new SampleLedger(
                entries,
                new LedgerVerdict.Intact(
                        entries, HEAD, "It goes on from the checkpoint of 2026-11-20."),
                false);
    }

    @Override
    public LedgerPage latest(int most) throws SourceException {
        if (fails) {
            throw new SourceException(
                    Path.of("/srv/reviews/2026-q4/countersign.db"),
                    "/srv/reviews/2026-q4/countersign.db may not be read by this user: ask for read"
                            + " permission.");
        }
        List<LedgerRow> rows = new ArrayList<>();
        for (int i = entries - 1; i >= 0; i--) {
            rows.add(row(i));
        }
        return new LedgerPage(rows, entries);
    }

    @Override
    public LedgerVerdict verify(Progress progress, Cancellation cancellation) {
        progress.at(0, entries, 0, 0);
        progress.at(entries / 2, entries, entries / 2, 0);
        return cancellation.requested() ? new LedgerVerdict.Stopped(entries / 2) : verdict;
    }

    @Override
    public long export(Path file) throws SourceException {
        if (file.startsWith("/readonly")) {
            throw new SourceException(
                    file,
                    file + " cannot be written: the disk is read-only. Choose another place.");
        }
        return entries;
    }

    private LedgerRow row(int i) {
        Instant at = Instant.parse("2026-11-20T07:00:00Z").plusSeconds(397L * i);
        return switch (i % 6) {
            case 0 -> row(i, at, "opened", "workspace", "/srv/reviews/2026-q4", JsonValue.object());
            case 1 ->
                    row(
                            i,
                            at,
                            "verified",
                            "run",
                            "change-approval-0155cb2f963b",
                            JsonValue.object()
                                    .with("verdict", "broken")
                                    .with("records", 19)
                                    .with("head", BEFORE));
            case 2 ->
                    row(
                            i,
                            at,
                            "finding_raised",
                            "finding",
                            "f-9c04d2be71a35f08",
                            JsonValue.object()
                                    .with("kind", "chain_broken")
                                    .with("severity", "SEV-1")
                                    .with("run_id", "change-approval-0155cb2f963b"));
            case 3 ->
                    row(
                            i,
                            at,
                            "policy_changed",
                            "policy",
                            "default-1",
                            JsonValue.object().with("sha256", HEAD).with("from", "default-0"));
            case 4 ->
                    row(
                            i,
                            at,
                            "ran",
                            "workflow",
                            "incident-runbook-6f1d22c90be3",
                            JsonValue.object());
            default ->
                    row(
                            i,
                            at,
                            "exported",
                            "ledger",
                            "/home/ada/ledger.jsonl",
                            JsonValue.object().with("why", "no space left on device"));
        };
    }

    private LedgerRow row(
            int i,
            Instant at,
            String action,
            String resourceType,
            String resource,
            JsonValue.ObjectBuilder details) {
        JsonObject all = details.build();
        boolean desk = action.equals("finding_raised");
        boolean wrong = verdict instanceof LedgerVerdict.Broken broken && broken.entry() == i;
        return new LedgerRow(
                i,
                at,
                desk ? "countersign" : "ada@example.org",
                desk ? "system" : "user",
                action,
                resourceType,
                resource,
                switch (i % 18) {
                    case 5 -> Outcome.FAILURE;
                    case 10 -> Outcome.DENIED;
                    default -> Outcome.SUCCESS;
                },
                all,
                i == 0 ? "" : BEFORE,
                i == entries - 1 ? HEAD : BEFORE,
                wrong ? "0d".repeat(32) : i == entries - 1 ? HEAD : BEFORE);
    }
}
