// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The cross-checks of a run that failed, as findings: one for each kind, with every check that
/// gives it as evidence.
final class CheckFindings {
    private static final int MOST_EVIDENCE = 20;

    private final RunSnapshot run;
    private final FindingSink sink;

    CheckFindings(RunSnapshot run, FindingSink sink) {
        this.run = run;
        this.sink = sink;
    }

    void all() {
        Map<FindingKind, List<Check>> failed = new EnumMap<>(FindingKind.class);
        for (Check check : run.channels().checks()) {
            FindingKind kind = check.outcome() == Outcome.FAILED ? kind(check) : null;
            if (kind != null) {
                failed.computeIfAbsent(kind, _ -> new ArrayList<>()).add(check);
            }
        }
        failed.forEach((kind, checks) ->
                sink.found(
                        kind,
                        subject(kind, checks),
                        JsonValue.object().with("checks", all(checks, MOST_EVIDENCE)).build()));
    }

    /// What was found: whatever disagrees besides, or otherwise, is another finding, not closed
    /// with this one. Times are of the clock that wrote them, once for all records.
    private String subject(FindingKind kind, List<Check> checks) {
        return switch (kind) {
            case TIME_BACKWARDS, TIME_UNREADABLE -> "";
            default -> FindingSink.digest(all(checks, Integer.MAX_VALUE));
        };
    }

    private JsonArray all(List<Check> checks, int most) {
        List<JsonValue> all = new ArrayList<>();
        checks.forEach(check -> all.add(evidence(check, most)));
        return new JsonArray(all);
    }

    /// Null where another rule raises it, or nothing is to be raised.
    private static @Nullable FindingKind kind(Check check) {
        return switch (check.kind()) {
            case CHAIN, CHECKPOINT, ARTIFACT_FILES, CLOCKS -> null;
            case SIGNATURES -> FindingKind.SIGNATURE_FAILED;
            case CERTIFICATES -> FindingKind.CERTIFICATE_NOT_TRUSTED;
            case IDENTITIES -> FindingKind.IDENTITY_NOT_ALLOWED;
            case PAYLOAD_ID ->
                    check.stateUnread() ? FindingKind.STATE_DIFFERS : FindingKind.IDENTITY_DIFFERS;
            case FOLDER_NAME -> FindingKind.IDENTITY_DIFFERS;
            case STATE_APPROVALS, STATE_STEPS, STATE_ARTIFACTS -> FindingKind.STATE_DIFFERS;
            case HANDOFF_HEAD -> FindingKind.HANDOFF_DIFFERS;
            case APPROVER_IS_NOT_AUTHOR, APPROVER_IS_NOT_REVIEWER ->
                    FindingKind.SEGREGATION_VIOLATED;
            case APPROVAL_DECIDES -> FindingKind.APPROVAL_DECIDES_NOTHING;
            case REJECTION_LETS_GO_ON -> FindingKind.REJECTION_LETS_GO_ON;
            case CONTROL_STEPS -> FindingKind.GATE_BYPASSED;
            case GATE -> FindingKind.GATE_DISAGREES;
            case MODEL_OUTPUT -> FindingKind.CLAIMS_DIFFER;
            case CONCLUSIONS -> FindingKind.CONCLUSION_DIFFERS;
            case RULES -> FindingKind.RULES_DISAGREE;
            case TIME_ORDER ->
                    check.unreadableTime()
                            ? FindingKind.TIME_UNREADABLE
                            : FindingKind.TIME_BACKWARDS;
            // additional: shown with the run, never raised
            case APPROVED_BEFORE_DEPLOYMENT,
                    TESTED_BEFORE_DEPLOYMENT,
                    PROMPT_SHOWS_EVIDENCE,
                    ONE_CASE ->
                    null;
        };
    }

    private JsonValue evidence(Check check, int most) {
        List<JsonValue> all = new ArrayList<>();
        for (Check.Evidence item : check.evidence()) {
            if (all.size() == most) {
                break;
            }
            var json = JsonValue.object().with("subject", item.subject());
            if (item.record() >= 0) {
                RunEvent event = run.event(item.record());
                json.with("record", item.record())
                        .with("hash", event == null ? null : event.text("hash"));
            }
            all.add(json.with("expected", item.expected()).with("found", item.found()).build());
        }
        return JsonValue.object()
                .with("check", check.kind().name().toLowerCase(Locale.ROOT))
                .with("why", check.why().name().toLowerCase(Locale.ROOT))
                .with("evidence", new JsonArray(all))
                .build();
    }
}
