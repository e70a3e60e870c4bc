// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The acts that a human signs, each an event of its own (FORMATS 4).
public enum ActKind {
    /// What a run waits for is approved.
    APPROVAL("approval_recorded", "countersign/approval/v1", "approver"),
    /// It is rejected; never an approval that says no.
    REJECTION("approval_rejected", "countersign/rejection/v1", "approver"),
    /// An operator's independent review.
    REVIEW("review_recorded", "countersign/review/v1", "reviewer"),
    /// Somebody has looked at a record.
    OBSERVATION("observation_recorded", "countersign/observation/v1", "observer"),
    /// A finding is closed.
    DISPOSITION("finding_disposed", "countersign/disposition/v1", "disposed_by"),
    /// The tests were performed again.
    REPERFORMANCE("reperformance_recorded", "countersign/reperformance/v1", "performer"),
    /// The sample of a period was observed: stands in a ledger, never in the log of a run.
    SAMPLE_SIGN_OFF("sample_signed_off", "countersign/sample-sign-off/v1", "signed_off_by");

    /// All of them: asking the enum makes a copy each time.
    private static final List<ActKind> ALL = List.of(values());

    private final String event;
    private final String statement;
    private final String person;

    ActKind(String event, String statement, String person) {
        this.event = event;
        this.statement = statement;
        this.person = person;
    }

    /// The act that an event of a run's log is; null if it is none.
    public static @Nullable ActKind of(String event) {
        for (int i = 0; i < ALL.size(); i++) {
            ActKind kind = ALL.get(i);
            if (kind != SAMPLE_SIGN_OFF && kind.event.equals(event)) {
                return kind;
            }
        }
        return null;
    }

    /// Whether it decides what a run waits for, so that the reviewer may have to be somebody else.
    public boolean decides() {
        return this == APPROVAL || this == REJECTION;
    }

    /// The name of its event.
    public String event() {
        return event;
    }

    /// What its statement calls itself.
    public String statement() {
        return statement;
    }

    /// The field that names who acted.
    public String person() {
        return person;
    }
}
