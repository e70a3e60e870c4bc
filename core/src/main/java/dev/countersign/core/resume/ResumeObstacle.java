// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

/// What keeps a run from being resumed, each with what to do.
public enum ResumeObstacle {
    /// It does not wait for its producer.
    NOTHING_APPROVED("Nothing is approved that waits to go on: there is nothing to resume."),
    /// Somebody said no.
    REJECTED("The run was rejected: it does not go on. A corrected input is another run."),
    /// The log has the approval, the checkpoint does not.
    UNFINISHED(
            "state.json does not have the approval yet, so the producer would not go on: finish"
                    + " that first."),
    /// What is wrong with the run's files or its approvals.
    NOT_SOUND(
            "The chain, the artifacts or a signature of the run does not hold: nothing is resumed"
                    + " on such a ground."),
    /// Its id could be taken for something else on a command line.
    ODD_ID("The id of the run has characters that no producer writes: resume it by hand.");

    private final String sentence;

    ResumeObstacle(String sentence) {
        this.sentence = sentence;
    }

    /// For people.
    public String sentence() {
        return sentence;
    }
}
