// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw.Superseding;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the ledger says of samples, and how it is said there.
final class SampleEntries {
    private static final String TYPE = "sample";
    private static final String PERIOD = "period";

    private SampleEntries() {}

    static Resource resource(YearMonth period) {
        return new Resource(TYPE, PeriodClock.id(period));
    }

    static ObjectBuilder about(YearMonth period, String populationSha256) {
        return JsonValue.object()
                .with(PERIOD, period.toString())
                .with("population_sha256", populationSha256);
    }

    static JsonObject drawn(
            Draw draw,
            @Nullable String commitment,
            @Nullable String chance,
            @Nullable Superseding over) {
        ObjectBuilder drawn = drawn(draw, commitment, chance);
        return over == null
                ? drawn.build()
                : drawn.with("supersedes", over.eventHash()).with("reason", over.reason()).build();
    }

    private static ObjectBuilder drawn(
            Draw draw, @Nullable String commitment, @Nullable String chance) {
        return about(draw.population().period(), draw.population().sha256())
                .with("runs_sha256", draw.population().runsSha256())
                .with("population", draw.population().members().size())
                .with("approvals", draw.population().approvals().size())
                .with("rate", Double.toString(draw.rate()))
                .with("seed", draw.seed().toString())
                .with("by_chance", JsonValue.of(chance != null))
                .with("randomness", chance)
                .with("commitment", commitment)
                .with(
                        "sampled",
                        new JsonArray(
                                draw.sampled().stream()
                                        .map(member -> JsonValue.of(member.runId()))
                                        .toList()));
    }

    /// The draws of a period, the earliest first.
    static List<RecordedDraw> draws(LedgerStore ledger, YearMonth period) throws SourceException {
        List<RecordedDraw> draws = new ArrayList<>();
        for (LedgerEvent event : find(ledger, DeskAction.SAMPLE_DRAWN, period)) {
            JsonObject said = event.details();
            draws.add(
                    new RecordedDraw(
                            event.eventHash(),
                            event.timestamp(),
                            event.actorId(),
                            text(said, "population_sha256"),
                            text(said, "runs_sha256"),
                            text(said, "rate"),
                            text(said, "seed"),
                            said.get("by_chance") instanceof JsonWord(JsonKind kind)
                                    && kind == JsonKind.TRUE,
                            sampled(said),
                            superseding(said)));
        }
        return draws;
    }

    /// An entry without a reason takes no other's place.
    private static @Nullable Superseding superseding(JsonObject said) {
        String other = said.string("supersedes");
        String reason = text(said, "reason");
        return other == null || reason.isBlank() ? null : new Superseding(other, reason);
    }

    private static List<String> sampled(JsonObject said) {
        List<String> sampled = new ArrayList<>();
        if (said.get("sampled") instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof JsonString(String id)) {
                    sampled.add(id);
                }
            }
        }
        return sampled;
    }

    /// Who is to look at which run; the last word counts.
    static Map<String, String> assignments(LedgerStore ledger, YearMonth period)
            throws SourceException {
        Map<String, String> assigned = new LinkedHashMap<>();
        for (LedgerEvent event : find(ledger, DeskAction.SAMPLE_ASSIGNED, period)) {
            assigned.put(text(event.details(), "run_id"), text(event.details(), "to"));
        }
        return assigned;
    }

    /// When the samples of periods were signed off first.
    static Map<YearMonth, Instant> signedOff(LedgerStore ledger) throws SourceException {
        Map<YearMonth, Instant> ended = new HashMap<>();
        LedgerQuery query = LedgerQuery.ALL.byAction(DeskAction.SAMPLE_SIGNED_OFF.word());
        for (LedgerEvent event : ledger.find(query)) {
            try {
                ended.putIfAbsent(
                        YearMonth.parse(text(event.details(), PERIOD)),
                        Instant.parse(event.timestamp()));
            } catch (DateTimeException e) {
                // an entry that was edited ends nothing; the ledger's own check says so
            }
        }
        return ended;
    }

    static List<LedgerEvent> find(LedgerStore ledger, DeskAction action, YearMonth period)
            throws SourceException {
        return ledger.find(LedgerQuery.ALL.byAction(action.word()).byResource(resource(period)));
    }

    private static String text(JsonObject said, String key) {
        String text = said.string(key);
        return text == null ? "" : text;
    }
}
