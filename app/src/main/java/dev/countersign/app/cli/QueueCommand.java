// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.StatusText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.HowSoon;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.SeenRuns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `queue`: what waits, and until when?
final class QueueCommand {
    private final SeenRuns seen;
    private final Instant now;
    private final Copies copies;

    private QueueCommand(SeenRuns seen, Instant now) {
        this.seen = seen;
        this.now = now;
        this.copies = Copies.among(seen.runs());
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of("--state", "--role", "--at", "--policy", "--workspace", "--trust"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("queue takes one folder: a workspace, or runs");
        }
        QueueOption wanted = QueueOption.of(arguments);
        Instant now = Options.now(arguments, console);
        LookedAt<SeenRuns> looked =
                Overviews.runs(Options.path(arguments.rest().getFirst()), arguments, console);
        SeenRuns seen = looked.runs();
        wanted.check(seen.policy());
        QueueCommand command = new QueueCommand(seen, now);
        List<QueueItem> items =
                ReviewQueue.of(seen.runs(), seen.lost(), seen.policy(), now).stream()
                        .filter(item -> wanted.wants(item, seen.policy(), now))
                        .toList();
        List<PeriodClock> periods =
                seen.periods(now).stream().filter(period -> wanted.wants(period, now)).toList();
        looked.bundle().say(arguments, console);
        LaterRecords.say(seen.runs(), now, arguments, console);
        if (arguments.has("--json")) {
            JsonObject document = command.document(items, periods);
            console.out().println(looked.bundle().in(document).text());
        } else {
            command.table(items, periods, console);
        }
        boolean negative =
                items.stream().anyMatch(command::negative)
                        || periods.stream().anyMatch(period -> period.clock().breached(now));
        return Overviews.complaints(seen, console)
                .worse(looked.bundle().exit())
                .worse(negative ? Exit.NEGATIVE : Exit.DONE);
    }

    private boolean negative(QueueItem item) {
        RunClock clock = item.clock();
        return item.integrity() == Outcome.FAILED
                || item.run().status() == RunStatus.BLOCKED
                || item.run().adrift()
                || clock != null && clock.breached(now)
                || Severity.of(item, now) == Severity.SEV_1;
    }

    private JsonObject document(List<QueueItem> items, List<PeriodClock> periods) {
        List<JsonValue> all = new ArrayList<>(items.size());
        items.forEach(item -> all.add(json(item)));
        for (PeriodClock period : periods.reversed()) {
            all.add(ReviewQueue.place(items, period.clock().due()), json(period));
        }
        return JsonValue.object().with("items", new JsonArray(all)).build();
    }

    private JsonObject json(QueueItem item) {
        RunClock clock = item.clock();
        ClockReading reading = reading(clock);
        Severity severity = Severity.of(item, now);
        JsonValue none = JsonValue.of((String) null);
        JsonValue.ObjectBuilder json =
                JsonValue.object()
                        .with("run_id", item.run().runId())
                        .with("state", item.run().status().word())
                        .with("waiting_for", item.waitingFor())
                        .with("clock", clock == null ? null : clock.kind().word())
                        .with("started", clock == null ? null : clock.cycle().started().toString())
                        .with("due", clock == null ? null : clock.due().toString())
                        .with(
                                "remaining_seconds",
                                reading == null ? none : JsonValue.of(reading.remainingSeconds()))
                        .with("percent", reading == null ? none : JsonValue.of(reading.percent()))
                        .with("breached", JsonValue.of(clock != null && clock.breached(now)))
                        .with("severity", severity == null ? null : severity.word())
                        .with("integrity", item.integrity().word())
                        .with("step", clock == null ? null : clock.cycle().step())
                        .with(
                                "record",
                                clock == null ? none : JsonValue.of(clock.cycle().record()));
        if (copies.paths(item.run().runId()) != null) {
            json.with("path", item.run().directory().toString());
        }
        return json.build();
    }

    /// A period stands among the runs: its id in the place of a run's, and what it is beside it.
    private JsonObject json(PeriodClock period) {
        RunClock clock = period.clock();
        ClockReading reading = seen.hours().reading(clock, now);
        boolean breached = clock.breached(now);
        return JsonValue.object()
                .with("run_id", period.id())
                .with("state", QueueOption.UNOBSERVED)
                .with("waiting_for", clock.role())
                .with("clock", clock.kind().word())
                .with("started", clock.cycle().started().toString())
                .with("due", clock.due().toString())
                .with("remaining_seconds", JsonValue.of(reading.remainingSeconds()))
                .with("percent", JsonValue.of(reading.percent()))
                .with("breached", JsonValue.of(breached))
                .with("severity", breached ? severity(clock) : null)
                .with("integrity", Outcome.NOT_CHECKED.word())
                .with("period", period.period().toString())
                .with("runs", period.runs())
                .build();
    }

    private static String severity(RunClock clock) {
        return Severity.ofLevel(clock.breachSeverity()).word();
    }

    private @Nullable ClockReading reading(@Nullable RunClock clock) {
        return clock == null ? null : seen.hours().reading(clock, now);
    }

    private void table(List<QueueItem> items, List<PeriodClock> periods, Console console) {
        if (items.isEmpty() && periods.isEmpty()) {
            boolean runs = !seen.runs().isEmpty() || !seen.unreadable().isEmpty();
            console.out().println(runs ? "Nothing waits." : Overviews.NO_RUNS);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("STATE", "RUN", "WAITS FOR", "CLOCK", "", "SEVERITY", "INTEGRITY"));
        items.forEach(item -> rows.add(row(item)));
        for (PeriodClock period : periods.reversed()) {
            rows.add(1 + ReviewQueue.place(items, period.clock().due()), row(period));
        }
        Table.print(rows, console.out());
        console.out().println("Times are UTC.");
    }

    /// What is SEV-1 by itself waits for whom policy names, and not until a clock is over.
    private List<String> row(QueueItem item) {
        RunClock clock = item.clock();
        ClockReading reading = reading(clock);
        Severity severity = Severity.of(item, now);
        Policy.Escalation atOnce = seen.policy().escalation(Severity.SEV_1.level());
        String left =
                clock == null || reading == null
                        ? "no clock"
                        : ClockText.line(clock, reading, now, ZoneOffset.UTC);
        return List.of(
                StatusText.word(item.run().status()),
                copies.named(item.run()),
                Severity.atOnce(item) ? String.join(", ", atOnce.to()) : item.waitingFor(),
                clock == null ? "" : ClockText.named(clock),
                Severity.atOnce(item) ? HowSoon.words(atOnce.when()) : left,
                severity == null ? "" : severity.word(),
                item.integrity().word().replace('_', ' '));
    }

    private List<String> row(PeriodClock period) {
        RunClock clock = period.clock();
        ClockReading reading = seen.hours().reading(clock, now);
        return List.of(
                "Unobserved",
                period.id(),
                clock.role(),
                ClockText.name(clock.kind()),
                ClockText.line(clock, reading, now, ZoneOffset.UTC),
                clock.breached(now) ? severity(clock) : "",
                Outcome.NOT_CHECKED.word().replace('_', ' '));
    }
}
