// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.ArtifactCheck;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import java.util.ArrayList;
import java.util.List;

/// What the files of a run hold against an act: whoever signs puts their name under them.
final class EvidenceObstacles {
    private final RunSnapshot run;
    private final boolean approves;
    private final List<Obstacle> found = new ArrayList<>();

    /// @param approves whether it is an approval, which needs more than other acts
    EvidenceObstacles(RunSnapshot run, boolean approves) {
        this.run = run;
        this.approves = approves;
    }

    private void add(Kind kind, String sentence) {
        found.add(new Obstacle(kind, sentence));
    }

    List<Obstacle> found() {
        if (approves && run.state() == null) {
            add(
                    Kind.NO_STATE,
                    "There is no state.json that can be read: without it nobody sees what is"
                            + " approved.");
        }
        for (Artifact artifact : run.artifacts().artifacts()) {
            if (artifact.recorded() != null && artifact.negative()) {
                add(
                        Kind.ARTIFACTS_CHANGED,
                        artifact.sha256() == null
                                ? "The artifact "
                                        + artifact.name()
                                        + " is lost: get it back from a copy, or escalate the"
                                        + " run."
                                : "The artifact "
                                        + artifact.name()
                                        + " is not the one that was recorded: get that one back"
                                        + " from a copy, or escalate the run.");
            }
        }
        if (run.artifacts().outcome() == ArtifactCheck.Outcome.FOLDER_ABSENT) {
            add(
                    Kind.ARTIFACTS_CHANGED,
                    "The log records artifacts, and there is no artifacts folder: get it from where"
                            + " the run was made.");
        }
        if (run.artifacts().outcome() == ArtifactCheck.Outcome.TOO_LARGE) {
            add(
                    Kind.ARTIFACTS_NOT_READ,
                    "There are more artifacts, or a larger log, than are looked at here: a"
                            + " signature would not say which artifacts it is about.");
        }
        for (Check check : run.channels().checks()) {
            // what cannot be read was said, and compares with nothing
            if (check.outcome() == Outcome.FAILED && !check.stateUnread()) {
                failed(check);
            }
        }
        return List.copyOf(found);
    }

    private void failed(Check check) {
        switch (check.kind()) {
            case CHECKPOINT ->
                    add(
                            Kind.HISTORY_CHANGED,
                            "The log does not match an earlier checkpoint: its history was changed"
                                    + " or cut.");
            case PAYLOAD_ID, FOLDER_NAME ->
                    add(
                            Kind.STATE_DISAGREES,
                            "The payload does not belong to this run: its id says so.");
            case STATE_APPROVALS -> {
                if (check.why() == Check.Why.LOG_AHEAD) {
                    add(
                            Kind.UNFINISHED,
                            "An approval is in the log and not in state.json: a crash kept the"
                                    + " second from being written. Finish that first.");
                } else {
                    disagrees("approvals");
                }
            }
            case STATE_STEPS -> disagrees("finished steps");
            case STATE_ARTIFACTS -> disagrees("artifacts");
            case HANDOFF_HEAD ->
                    add(
                            Kind.HISTORY_CHANGED,
                            "The handoff report names another head than the log had: history was"
                                    + " rewritten.");
            case SIGNATURES ->
                    add(
                            Kind.SIGNATURE_FAILED,
                            "A signature in this log does not hold: see what it says first.");
            case CONTROL_STEPS -> bypassed(check);
            case GATE, MODEL_OUTPUT, RULES, CONCLUSIONS -> again(check.kind());
            default -> {
                // custody of files without a record, clocks, and who approved before: shown beside
            }
        }
    }

    private void disagrees(String what) {
        if (approves) {
            add(
                    Kind.STATE_DISAGREES,
                    "The " + what + " in state.json are not those of the log: see why first.");
        }
    }

    private void bypassed(Check check) {
        for (Check.Evidence missed : approves ? check.evidence() : List.<Check.Evidence>of()) {
            add(
                    Kind.CONTROL_BYPASSED,
                    "The run went on at record "
                            + missed.record()
                            + " without "
                            + missed.subject()
                            + ": nobody can make up for that by approving.");
        }
    }

    private void again(Check.Kind kind) {
        if (approves) {
            add(
                    Kind.REPERFORMANCE_DISAGREES,
                    word(kind)
                            + ", performed again here: something else comes out than was"
                            + " recorded.");
        }
    }

    private static String word(Check.Kind kind) {
        return switch (kind) {
            case GATE -> "The gate";
            case RULES -> "The rules";
            case CONCLUSIONS -> "What a step left";
            default -> "What the model answered";
        };
    }
}
