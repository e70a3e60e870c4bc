// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.policy.BusinessCalendar.Interval;
import dev.countersign.core.policy.References.Window;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes a policy as the file that {@link PolicyReader} reads it from: keys in the order of the
/// default, two-space indent. The same policy gives the same bytes.
public final class PolicyWriter {
    private static final int MINUTES = 60;

    private PolicyWriter() {}

    /// The text of a policy, with a newline at its end.
    ///
    /// @throws IllegalArgumentException for a target that a file cannot say, such as half a minute
    public static String write(Policy policy) {
        return indented(document(policy));
    }

    /// The text of its calendar alone, for {@link PolicyReader#calendar}.
    public static String writeCalendar(Policy policy) {
        return indented(calendar(policy.calendar()));
    }

    private static String indented(JsonObject document) {
        byte[] line = document.text().getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(Integer.MAX_VALUE);
        if (reader.read(line, 0, line.length) != null) {
            throw new IllegalStateException("what was written is JSON");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CanonicalWriter().writeIndented(reader.tape(), out::write);
        return out.toString(StandardCharsets.UTF_8) + "\n";
    }

    private static JsonObject document(Policy policy) {
        Policy.Assignment assignment = policy.assignment();
        ObjectBuilder document =
                JsonValue.object()
                        .with("$schema", "policy.schema.json")
                        .with("version", policy.version())
                        .with(
                                "assigned",
                                assignment == null
                                        ? JsonWord.NULL
                                        : JsonValue.object()
                                                .with("by", assignment.by())
                                                .with("on", assignment.on().toString())
                                                .build())
                        .with("calendar", calendar(policy.calendar()))
                        .with(
                                "tier",
                                JsonValue.object()
                                        .with("path", policy.tierPath())
                                        .with("emergency", policy.emergencyValue())
                                        .build())
                        .with("clocks", clocks(policy))
                        .with(
                                "steps",
                                list(policy.steps().stream().map(PolicyWriter::step).toList()))
                        .with("escalations", escalations(policy))
                        .with(
                                "segregation",
                                JsonValue.object()
                                        .with(
                                                "approver_is_not_reviewer",
                                                JsonValue.of(
                                                        policy.segregation()
                                                                .approverIsNotReviewer()))
                                        .build())
                        .with("identities", identities(policy))
                        .with("references", references(policy.references()))
                        .with(
                                "repeated_blocks",
                                JsonValue.object()
                                        .with("count", policy.repeatedBlocks())
                                        .with("days", policy.repeatedBlocksDays())
                                        .build())
                        .with(
                                "retention",
                                JsonValue.object().with("years", policy.retentionYears()).build());
        if (!policy.resume().isEmpty()) {
            document.with(
                    "resume", list(policy.resume().stream().map(PolicyWriter::resume).toList()));
        }
        if (!policy.bundles().equals(BundleRule.DEFAULT)) {
            document.with("bundles", bundles(policy.bundles()));
        }
        return document.build();
    }

    private static JsonObject bundles(BundleRule rule) {
        return JsonValue.object()
                .with("files", rule.files())
                .with("depth", rule.depth())
                .with("gibibytes", rule.gibibytes())
                .with("ratio", rule.ratio())
                .build();
    }

    private static JsonObject resume(ResumeRule rule) {
        return JsonValue.object()
                .with("workflow", rule.workflow())
                .with("command", words(rule.command()))
                .with("directory", rule.directory())
                .with("seconds", rule.seconds())
                .with("environment", words(rule.environment()))
                .build();
    }

    private static JsonObject calendar(BusinessCalendar calendar) {
        ObjectBuilder week = JsonValue.object();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.with(
                    CalendarReader.word(day), hours(calendar.week().getOrDefault(day, List.of())));
        }
        List<JsonObject> exceptions =
                new TreeMap<>(calendar.exceptions())
                        .entrySet().stream()
                                .map(e ->
                                        JsonValue.object()
                                                .with("date", e.getKey().toString())
                                                .with("name", e.getValue().name())
                                                .with("open", hours(e.getValue().open()))
                                                .build())
                                .toList();
        return JsonValue.object()
                .with("zone", calendar.zone().getId())
                .with("week", week.build())
                .with("exceptions", list(exceptions))
                .build();
    }

    private static JsonArray hours(List<Interval> open) {
        return words(
                open.stream()
                        .map(i -> i.from() + "-" + (i.endsWithDay() ? "24:00" : i.to()))
                        .toList());
    }

    private static JsonObject clocks(Policy policy) {
        ObjectBuilder clocks = JsonValue.object();
        for (ClockKind kind : ClockKind.values()) {
            ClockRule rule = policy.clock(kind);
            clocks.with(
                    kind.word(),
                    JsonValue.object()
                            .with("role", rule.role())
                            .with("standard", target(rule.standard()))
                            .with("emergency", target(rule.emergency()))
                            .with("escalate_to", rule.escalateTo())
                            .with("severity", rule.severity())
                            .with("block_severity", rule.blockSeverity())
                            .build());
        }
        return clocks.build();
    }

    private static JsonObject target(Target target) {
        return switch (target) {
            case Target.BusinessHours(Duration open) ->
                    hours(open, TargetUnit.BUSINESS_HOURS, TargetUnit.BUSINESS_MINUTES);
            case Target.BusinessDays(int days) -> amount(TargetUnit.BUSINESS_DAYS, days);
            case Target.EndOfBusinessDay(int days) -> amount(TargetUnit.END_OF_BUSINESS_DAY, days);
            case Target.Elapsed(Duration elapsed) ->
                    hours(elapsed, TargetUnit.ELAPSED_HOURS, TargetUnit.ELAPSED_MINUTES);
            case Target.ElapsedToOpenDay(Duration elapsed) ->
                    amount(TargetUnit.ELAPSED_HOURS_TO_OPEN_DAY, whole(elapsed, MINUTES));
            case Target.NextPeriod() ->
                    JsonValue.object()
                            .with(TargetUnit.NEXT_PERIOD.word(), JsonValue.of(true))
                            .build();
        };
    }

    private static JsonObject hours(Duration duration, TargetUnit hours, TargetUnit minutes) {
        long all = whole(duration, 1);
        return all % MINUTES == 0 ? amount(hours, all / MINUTES) : amount(minutes, all);
    }

    private static JsonObject amount(TargetUnit unit, long amount) {
        return JsonValue.object().with(unit.word(), amount).build();
    }

    private static long whole(Duration duration, int minutes) {
        if (!Duration.ofMinutes(duration.toMinutes() / minutes * minutes).equals(duration)) {
            throw new IllegalArgumentException(duration + " is not a number of whole units");
        }
        return duration.toMinutes() / minutes;
    }

    private static JsonObject step(StepRule rule) {
        return JsonValue.object()
                .with("workflow", rule.workflow())
                .with("step", rule.step())
                .with("kind", RulesReader.word(rule.kind()))
                .with("key", rule.key())
                .with("role", rule.role())
                .build();
    }

    private static JsonObject escalations(Policy policy) {
        ObjectBuilder escalations = JsonValue.object();
        for (int severity = 1; severity <= ClocksReader.SEVERITIES; severity++) {
            Policy.Escalation escalation = policy.escalation(severity);
            escalations.with(
                    "SEV-" + severity,
                    JsonValue.object()
                            .with("to", words(escalation.to()))
                            .with("when", escalation.when())
                            .build());
        }
        return escalations.build();
    }

    private static JsonValue identities(Policy policy) {
        List<Identity> identities = policy.identities();
        return identities == null
                ? JsonWord.NULL
                : list(
                        identities.stream()
                                .map(identity ->
                                        JsonValue.object()
                                                .with("id", identity.id())
                                                .with("name", identity.name())
                                                .with("roles", words(identity.roles()))
                                                .build())
                                .toList());
    }

    private static JsonObject references(References references) {
        List<JsonObject> blackouts =
                new TreeMap<>(references.blackouts())
                        .entrySet().stream()
                                .flatMap(e -> e.getValue().stream().map(w -> window(e.getKey(), w)))
                                .toList();
        return JsonValue.object()
                .with("blackouts", list(blackouts))
                .with("covered_accounts", words(new TreeSet<>(references.coveredAccounts())))
                .build();
    }

    private static JsonObject window(String symbol, Window window) {
        return JsonValue.object()
                .with("symbol", symbol)
                .with("from", window.from())
                .with("to", window.to())
                .build();
    }

    private static JsonArray words(Collection<String> words) {
        return new JsonArray(words.stream().<JsonValue>map(JsonValue::of).toList());
    }

    private static JsonArray list(List<JsonObject> objects) {
        return new JsonArray(List.<JsonValue>copyOf(objects));
    }
}
