// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;

import java.util.List;

/// One question about a log, and whether it was answered. Channels never speak for each other.
///
/// @param name the question
/// @param mark the answer's mark
/// @param answer verified, failed or not checked
/// @param reason why
record Channel(String name, Mark mark, String answer, String reason) {
    /// All channels of a report, unanswered ones included.
    ///
    /// @param disagree how many checkpoints that are kept say that the log was another one
    static List<Channel> of(ChainReport report, int disagree) {
        return List.of(
                integrity(report),
                disagree == 0 ? completeness(report.checkpoint()) : disagreeing(disagree),
                new Channel(
                        "Other checks",
                        Mark.OPEN,
                        "Not checked",
                        "files, signatures, policy, clocks"));
    }

    private static Channel integrity(ChainReport report) {
        return switch (report.verdict()) {
            case INTACT ->
                    new Channel(
                            "Integrity", Mark.VERIFIED, "Verified", "every hash and link matches");
            case BROKEN ->
                    new Channel("Integrity", Mark.FAILED, "Failed", "a hash or a link is wrong");
            case MALFORMED ->
                    new Channel("Integrity", Mark.FAILED, "Failed", "a line is not a record");
            case EMPTY -> new Channel("Integrity", Mark.OPEN, "Not checked", "no record found");
        };
    }

    private static Channel disagreeing(int checkpoints) {
        return new Channel(
                "Completeness",
                Mark.FAILED,
                "Failed",
                Numbers.count(checkpoints, "checkpoint")
                        + (checkpoints == 1 ? " disagrees" : " disagree"));
    }

    private static Channel completeness(CheckpointResult result) {
        String text = VerdictText.completeness(result);
        return switch (result) {
            case NONE -> new Channel("Completeness", Mark.OPEN, "Not checked", "no checkpoint");
            case MATCH, GROWN -> new Channel("Completeness", Mark.VERIFIED, "Verified", text);
            case TAIL_MISSING, TAIL_APPENDED, HEAD_MISMATCH ->
                    new Channel("Completeness", Mark.FAILED, "Failed", text);
        };
    }
}
