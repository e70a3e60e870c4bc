// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which items are wanted; everything asked for must hold. Pure, and quick enough to be asked of
/// every item at every key stroke.
///
/// @param states any of them; none means all
/// @param roles waited for, any of them; none means all
/// @param breachedOnly only what is over its deadline
/// @param words each must occur, in any case, in the run's id, subject, system, author, workflow,
///   step or the role waited for
public record QueueFilter(
        Set<RunStatus> states, Set<String> roles, boolean breachedOnly, List<String> words) {
    /// Lets everything pass.
    public static final QueueFilter ALL = new QueueFilter(Set.of(), Set.of(), false, List.of());

    public QueueFilter {
        states = Set.copyOf(states);
        roles = Set.copyOf(roles);
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /// The same with the words of a text that somebody typed.
    public QueueFilter text(String typed) {
        String text = typed.strip();
        List<String> typedWords = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
        return new QueueFilter(states, roles, breachedOnly, typedWords);
    }

    /// Whether an item is wanted.
    public boolean matches(QueueItem item, Instant now) {
        RunClock clock = item.clock();
        if (!states.isEmpty() && !states.contains(item.run().status())
                || !roles.isEmpty() && !roles.contains(item.waitingFor())
                || breachedOnly && (clock == null || !clock.breached(now))) {
            return false;
        }
        for (String word : words) {
            if (!says(item, word)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the clock of a period is wanted. It is in none of the states of a run; words are
    /// looked for in its id and the role waited for.
    public boolean matches(PeriodClock period, Instant now) {
        if (!states.isEmpty()
                || !roles.isEmpty() && !roles.contains(period.clock().role())
                || breachedOnly && !period.clock().breached(now)) {
            return false;
        }
        for (String word : words) {
            if (!in(period.id(), word) && !in(period.clock().role(), word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean says(QueueItem item, String word) {
        RunSummary run = item.run();
        return in(run.runId(), word)
                || in(run.subject(), word)
                || in(run.system(), word)
                || in(run.author(), word)
                || in(run.workflow(), word)
                || in(run.step(), word)
                || in(item.waitingFor(), word);
    }

    /// Whether a text contains a lower-case word, in any case; without making a lower-case text.
    private static boolean in(@Nullable String text, String word) {
        if (text == null) {
            return false;
        }
        char small = word.charAt(0);
        char capital = Character.toUpperCase(small);
        int last = text.length() - word.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == small || c == capital)
                    && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
