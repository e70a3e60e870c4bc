// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueFilter;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// `--state` and `--role`: what of the queue is wanted.
///
/// @param filter which items
/// @param unobserved whether months are wanted though states are named
record QueueOption(QueueFilter filter, boolean unobserved) {
    /// The state of a month; a run is never in it.
    static final String UNOBSERVED = "unobserved";

    private static final String BREACHED = "breached";

    static QueueOption of(Arguments arguments) throws UsageException {
        Set<RunStatus> states = EnumSet.noneOf(RunStatus.class);
        boolean breached = false;
        boolean unobserved = false;
        for (String word : words(arguments.value("--state"))) {
            switch (word) {
                case BREACHED -> breached = true;
                case UNOBSERVED -> unobserved = true;
                default -> states.add(status(word));
            }
        }
        Set<String> roles = new HashSet<>(words(arguments.value("--role")));
        return new QueueOption(new QueueFilter(states, roles, breached, List.of()), unobserved);
    }

    private static RunStatus status(String word) throws UsageException {
        List<String> known = new ArrayList<>();
        for (RunStatus status : RunStatus.values()) {
            if (status.word().equals(word)) {
                return status;
            }
            known.add(status.word());
        }
        known.add(UNOBSERVED);
        known.add(BREACHED);
        throw none("--state", word, known);
    }

    /// @throws UsageException if a role is asked for that the policy does not know
    void check(Policy policy) throws UsageException {
        Set<String> known = new TreeSet<>();
        policy.steps().forEach(step -> known.add(step.role()));
        policy.clocks().values().forEach(clock -> known.add(clock.role()));
        policy.escalations().values().forEach(escalation -> known.addAll(escalation.to()));
        if (policy.identities() != null) {
            policy.identities().forEach(identity -> known.addAll(identity.roles()));
        }
        known.remove("");
        for (String role : filter.roles()) {
            if (!known.contains(role)) {
                throw none("--role", role, known);
            }
        }
    }

    /// What is to be acted on at once waits for all whom policy names, too.
    boolean wants(QueueItem item, Policy policy, Instant now) {
        boolean months = unobserved && filter.states().isEmpty();
        List<String> atOnce = policy.escalation(Severity.SEV_1.level()).to();
        boolean told = Severity.atOnce(item) && atOnce.stream().anyMatch(filter.roles()::contains);
        return !months && (told ? roles(Set.of()) : filter).matches(item, now);
    }

    private QueueFilter roles(Set<String> roles) {
        return new QueueFilter(filter.states(), roles, filter.breachedOnly(), filter.words());
    }

    boolean wants(PeriodClock period, Instant now) {
        QueueFilter asked =
                unobserved
                        ? new QueueFilter(
                                Set.of(), filter.roles(), filter.breachedOnly(), filter.words())
                        : filter;
        return asked.matches(period, now);
    }

    private static UsageException none(String option, String word, Collection<String> known) {
        String what = word.isBlank() ? option + " is empty, which" : option + " " + word;
        return new UsageException(what + " is none of " + String.join(", ", known));
    }

    /// An empty one among them counts: it is a mistake.
    private static List<String> words(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }
}
