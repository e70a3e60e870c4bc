// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.ResumeRule;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.signing.UnfinishedApproval;

import java.nio.file.Path;
import java.util.Set;

/// Whether a run can be resumed, and how. It runs nothing.
public sealed interface ResumeOffer {
    /// The policy names a command.
    ///
    /// @param command exactly what would run
    record Offered(ResumeCommand command) implements ResumeOffer {}

    /// It could be resumed, but the policy names no command for its workflow: somebody has to run
    /// its producer.
    record Unnamed() implements ResumeOffer {}

    /// It cannot be resumed as it is.
    ///
    /// @param obstacle what stands against it
    record Refused(ResumeObstacle obstacle) implements ResumeOffer {}

    /// What fails here keeps the desk from going on; a late approval does not.
    Set<Channel> GROUND =
            Set.of(
                    Channel.INTEGRITY,
                    Channel.COMPLETENESS,
                    Channel.ARTIFACTS,
                    Channel.SIGNATURE,
                    Channel.TRUST,
                    Channel.POLICY);

    /// @param run as it was just read
    /// @param workspace whose policy it is
    static ResumeOffer of(RunSnapshot run, Policy policy, Path workspace) {
        if (run.status() == RunStatus.REJECTED) {
            return new Refused(ResumeObstacle.REJECTED);
        }
        if (run.status() != RunStatus.APPROVED_PENDING_RESUME) {
            return new Refused(ResumeObstacle.NOTHING_APPROVED);
        }
        if (!UnfinishedApproval.of(run).isEmpty()) {
            return new Refused(ResumeObstacle.UNFINISHED);
        }
        if (GROUND.stream().anyMatch(c -> run.channels().of(c) == Outcome.FAILED)) {
            return new Refused(ResumeObstacle.NOT_SOUND);
        }
        ResumeRule rule = policy.resume(run.workflow());
        if (rule == null) {
            return new Unnamed();
        }
        return ResumeCommand.isPlain(run.runId())
                ? new Offered(ResumeCommand.of(rule, run, workspace))
                : new Refused(ResumeObstacle.ODD_ID);
    }
}
