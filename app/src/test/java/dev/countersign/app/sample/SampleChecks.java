// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.run.Check;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.run.Outcome;

import java.util.List;

/// Checks as the reader makes them.
public final class SampleChecks {
    private SampleChecks() {}

    /// Every check of a run that nothing speaks against.
    public static void clean(HandMadeRun run) {
        for (Kind kind : Kind.values()) {
            run.check(
                    switch (kind) {
                        case CHECKPOINT -> open(kind, Why.NO_CHECKPOINT);
                        case SIGNATURES, CERTIFICATES -> open(kind, Why.NOT_SIGNED);
                        case HANDOFF_HEAD, MODEL_OUTPUT, STATE_APPROVALS, REJECTION_LETS_GO_ON ->
                                open(kind, Why.NOTHING_RECORDED);
                        case IDENTITIES, APPROVER_IS_NOT_AUTHOR -> open(kind, Why.NOTHING_RECORDED);
                        case APPROVER_IS_NOT_REVIEWER -> open(kind, Why.NOT_ASKED);
                        case CLOCKS -> open(kind, Why.NO_CLOCK_ENDED);
                        default -> new Check(kind, Outcome.VERIFIED, Why.HOLDS, List.of());
                    });
        }
    }

    /// Every check of a log that lies alone.
    public static void logAlone(HandMadeRun run) {
        for (Kind kind : Kind.values()) {
            run.check(
                    switch (kind) {
                        case CHAIN, FOLDER_NAME, CONTROL_STEPS, TIME_ORDER ->
                                new Check(kind, Outcome.VERIFIED, Why.HOLDS, List.of());
                        case CHECKPOINT -> open(kind, Why.NO_CHECKPOINT);
                        case ARTIFACT_FILES -> open(kind, Why.NO_ARTIFACTS_FOLDER);
                        case SIGNATURES, CERTIFICATES -> open(kind, Why.NOT_SIGNED);
                        case REJECTION_LETS_GO_ON, HANDOFF_HEAD, IDENTITIES ->
                                open(kind, Why.NOTHING_RECORDED);
                        case APPROVER_IS_NOT_AUTHOR -> open(kind, Why.NO_AUTHOR);
                        case APPROVER_IS_NOT_REVIEWER -> open(kind, Why.NOT_ASKED);
                        case CLOCKS -> open(kind, Why.NO_CLOCK_ENDED);
                        default -> open(kind, Why.NO_STATE);
                    });
        }
    }

    /// One that does not hold.
    public static Check failed(Kind kind, Evidence... evidence) {
        return new Check(kind, Outcome.FAILED, Why.DISAGREES, List.of(evidence));
    }

    /// One that was not made.
    public static Check open(Kind kind, Why why) {
        return new Check(kind, Outcome.NOT_CHECKED, why, List.of());
    }
}
