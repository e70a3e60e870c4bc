// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.engine.Obstacle;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.journal.RunDirectory;

import java.time.Instant;

/// Why a run cannot go on, and what to do, in a sentence without its end.
public final class ObstacleText {
    private ObstacleText() {}

    /// The sentence.
    public static String sentence(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Journal(Refusal reason) -> sentence(reason);
            case Obstacle.Chain(var report) ->
                    "its log does not verify and was left as it is ("
                            + VerdictText.headline(report)
                            + "): look at it with `countersign verify` first";
            case Obstacle.ClockBehind(Instant now, Instant last) ->
                    "the time given or this machine's clock says "
                            + now
                            + ", and the last record of its log is of "
                            + last
                            + ": a record is never dated before the one before it";
            case Obstacle.LogLost(boolean missing, int steps) ->
                    "its log is "
                            + (missing ? "missing" : "empty")
                            + ", but its state.json "
                            + done(steps)
                            + ": put the log back, or move the folder away to begin anew";
            case Obstacle.OtherRun(String runId) ->
                    "its log is that of another run, " + runId + ": put it back where it belongs";
            case Obstacle.PayloadTooLarge() ->
                    "its payload is too large or too deep: its state.json would have more than "
                            + RunDirectory.LARGEST_STATE
                            + " bytes and could not be read again; nothing was written";
            case Obstacle.CheckpointUnreadable() ->
                    "its state.json is not a JSON object: put it aside, and the run begins anew in"
                            + " the same log";
            case Obstacle.CheckpointOfOtherPayload() ->
                    "its state.json holds another payload than the run's name says: it was edited;"
                            + " put it aside, and the run begins anew in the same log";
        };
    }

    private static String done(int steps) {
        return switch (steps) {
            case 0 -> "is there";
            case 1 -> "says 1 step is done";
            default -> "says " + steps + " steps are done";
        };
    }

    /// Why nothing was appended to a log.
    public static String sentence(Refusal refusal) {
        return switch (refusal) {
            case LOCKED -> "somebody else is writing to its log: wait until they are done";
            case HEAD_MOVED -> "somebody wrote to its log in between: read it again";
            case TORN_TAIL ->
                    "the last line of its log breaks off, and nothing is written after it: look at"
                            + " it with `countersign verify` first";
            case NOT_A_RECORD ->
                    "the last line of its log is not a record, and nothing is written after it:"
                            + " look at it with `countersign verify` first";
            case WRONG_HASH ->
                    "the last record of its log does not match the hash it carries: look at it"
                            + " with `countersign verify` first";
            case CHANGED_MEANWHILE ->
                    "its log was changed while it was written to: look at it with `countersign"
                            + " verify` first";
        };
    }
}
