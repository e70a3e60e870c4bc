// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.QueueText;
import dev.countersign.app.text.StatusText;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// One row. Immutable: what passes with time is derived where it is shown.
///
/// @param item what waits
/// @param atOnce who acts and how soon where no clock counts; null where one does
/// @param sampled whether its run is drawn for a sample that is waited for
/// @param mine whether it waits for whoever sits here
/// @param search all its words in lower case, for the filter
public record QueueRow(
        QueueItem item,
        Policy.@Nullable Escalation atOnce,
        boolean sampled,
        boolean mine,
        String search) {
    /// A row of an item.
    ///
    /// @param snapshot which has it
    /// @param mine whether it waits for whoever sits here
    static QueueRow of(QueueItem item, QueueSnapshot snapshot, boolean mine) {
        Set<String> sampled = snapshot.sampled();
        Policy.Escalation atOnce = Severity.atOnce(item) ? atOnce(snapshot.policy()) : null;
        RunSummary run = item.run();
        RunClock clock = item.clock();
        return new QueueRow(
                item,
                atOnce,
                sampled != null && sampled.contains(run.runId()),
                mine,
                String.join(
                                "\n",
                                run.runId(),
                                run.subject(),
                                text(run.system()),
                                text(run.author()),
                                item.waitingFor(),
                                atOnce == null ? "" : String.join(" ", atOnce.to()),
                                StatusText.word(run.status()),
                                clock == null ? "" : ClockText.name(clock.kind()))
                        .toLowerCase(Locale.ROOT));
    }

    /// Whom policy names for what is SEV-1 by itself.
    static Policy.Escalation atOnce(Policy policy) {
        return policy.escalation(Severity.SEV_1.level());
    }

    /// Who has to act.
    String waitsFor() {
        return atOnce == null
                ? QueueText.waitingFor(item.waitingFor())
                : QueueText.actAtOnce(atOnce);
    }

    /// On which clock; that there is no approval where it would be one.
    String onClock() {
        RunClock clock = clock();
        boolean approves =
                clock == null
                        || switch (clock.kind()) {
                            case APPROVAL, RETROACTIVE_APPROVAL -> true;
                            case OPERATOR_REVIEW, OBSERVATION, POPULATION -> false;
                        };
        return atOnce != null && approves ? QueueText.NO_APPROVAL : QueueText.clock(clock);
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    RunStatus status() {
        return item.run().status();
    }

    /// Of the run.
    public String runId() {
        return item.run().runId();
    }

    /// What it is about; its id where nothing says.
    String what() {
        String subject = item.run().subject();
        return subject.isEmpty() ? runId() : subject;
    }

    String system() {
        return text(item.run().system());
    }

    @Nullable RunClock clock() {
        return item.clock();
    }

    boolean breached(Instant now) {
        RunClock clock = item.clock();
        return clock != null && clock.open() && clock.breached(now);
    }

    /// What it is worth; null if nothing is wrong.
    @Nullable Severity severity(Instant now) {
        return Severity.of(item, now);
    }

    /// Whether another row is about the same decision, perhaps read later.
    boolean sameAs(QueueRow other) {
        return key().equals(other.key());
    }

    /// What tells its decision from all others.
    record Key(Path run, @Nullable ClockKind clock, long record) {}

    Key key() {
        RunClock mine = item.clock();
        return mine == null
                ? new Key(item.run().directory(), null, -1)
                : new Key(item.run().directory(), mine.kind(), mine.cycle().record());
    }
}
