// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.core.run.RunStatus;

import java.time.Instant;

/// What can be picked out of the queue. Of several states one must hold; everything else must hold
/// together.
public enum Pick {
    /// The gate, the reviewer or segregation of duties stopped it.
    BLOCKED("Blocked"),
    /// A human must decide.
    AWAITING_APPROVAL("Awaiting approval"),
    /// A step raised an error.
    FAILED("Failed"),
    /// Its deadline is over.
    BREACHED("Breached"),
    /// It waits for whoever sits here.
    MINE("Mine"),
    /// It was drawn for a sample.
    SAMPLED("Sampled");

    private final String word;

    Pick(String word) {
        this.word = word;
    }

    /// Its name.
    public String word() {
        return word;
    }

    /// Whether it is about the state of a run.
    boolean isState() {
        return switch (this) {
            case BLOCKED, AWAITING_APPROVAL, FAILED -> true;
            case BREACHED, MINE, SAMPLED -> false;
        };
    }

    /// Whether a row is picked.
    boolean holds(QueueRow row, Instant now) {
        return switch (this) {
            case BLOCKED -> row.status() == RunStatus.BLOCKED;
            case AWAITING_APPROVAL -> row.status() == RunStatus.AWAITING_APPROVAL;
            case FAILED -> row.status() == RunStatus.FAILED;
            case BREACHED -> row.breached(now);
            case MINE -> row.mine();
            case SAMPLED -> row.sampled();
        };
    }
}
