// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.sampling.Unplaced;
import dev.countersign.core.workspace.RecordedDraw;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A draw as a document, and for people at a terminal.
///
/// @param counting the recorded draw of the period that counts; null if none was recorded
record SampleDocument(
        Draw draw,
        @Nullable Completeness completeness,
        List<String> vanished,
        @Nullable RecordedDraw counting) {
    /// `population` counts every run of the period; `sampled` is the draw of the approvals in draw
    /// order, `reviewed_all` what is looked at anyway.
    JsonObject json() {
        Population population = draw.population();
        return JsonValue.object()
                .with("period", population.period().toString())
                .with("zone", population.zone().getId())
                .with("population", population.members().size())
                .with("population_sha256", population.sha256())
                .with("approvals", population.approvals().size())
                .with("rate", new JsonNumber(Double.toString(draw.rate())))
                .with("seed", new JsonNumber(draw.seed().toString()))
                .with("sampled_count", draw.sampled().size())
                .with("sampled", ids(draw.sampled()))
                .with("reviewed_all", ids(population.risky()))
                .with("algorithm", Draw.ALGORITHM)
                .with("runs", new JsonArray(population.members().stream().map(this::run).toList()))
                .with("vanished", texts(vanished))
                .with(
                        "no_period",
                        new JsonArray(
                                population.unplaced().stream()
                                        .map(SampleDocument::unplaced)
                                        .toList()))
                .with("completeness", compared())
                .with("counts", counting == null ? JsonWord.NULL : JsonValue.of(counts(counting)))
                .with("counting", CoverageDocument.draw(counting))
                .build();
    }

    private JsonValue run(Member member) {
        return JsonValue.object()
                .with("run_id", member.runId())
                .with("head", member.head())
                .with("verdict", member.verdict().word())
                .build();
    }

    private static JsonValue unplaced(Unplaced run) {
        return JsonValue.object()
                .with("run_id", run.runId())
                .with("reason", run.why().word())
                .build();
    }

    private static JsonArray ids(List<Member> members) {
        return texts(members.stream().map(Member::runId).toList());
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().map(JsonValue::of).toList());
    }

    /// Whether it is the sample that was recorded: the same runs by the same seed.
    private boolean counts(RecordedDraw recorded) {
        return recorded.runsSha256().equals(draw.population().runsSha256())
                && recorded.rate().equals(Double.toString(draw.rate()))
                && recorded.seed().equals(draw.seed().toString());
    }

    private String recorded(RecordedDraw recorded) {
        return counts(recorded)
                ? "this is the draw that counts, of " + recorded.at()
                : "this draw does not count: the one of "
                        + recorded.at()
                        + " by "
                        + recorded.by()
                        + " does, rate "
                        + recorded.rate()
                        + ", seed "
                        + recorded.seed()
                        + "; --supersede REASON draws again in its place";
    }

    private JsonValue compared() {
        Completeness found = completeness;
        if (found == null) {
            return JsonWord.NULL;
        }
        SourceList source = found.source();
        return JsonValue.object()
                .with("source_sha256", source == null ? null : source.sha256())
                .with("column", source == null ? null : source.column())
                .with("listed", source == null ? JsonWord.NULL : JsonValue.of(source.ids().size()))
                .with("repeated", texts(source == null ? List.of() : source.repeated()))
                .with("without_run", texts(found.withoutRun()))
                .with("elsewhere", texts(found.elsewhere()))
                .with("without_source", texts(found.withoutSource()))
                .with("gaps", texts(found.gaps()))
                .with(
                        "complete",
                        found.negative() || found.proven()
                                ? JsonValue.of(found.proven())
                                : JsonWord.NULL)
                .build();
    }

    List<String> lines() {
        Population population = draw.population();
        List<String> lines = new ArrayList<>();
        lines.add("period       " + population.period() + ", " + population.zone());
        lines.add("population   " + Numbers.count(population.members().size(), "run"));
        lines.add("             " + population.sha256());
        lines.add("looked at    " + population.risky().size() + " in any case");
        population.risky().forEach(m -> lines.add("  " + risk(m) + "  " + m.runId()));
        lines.add(
                "drawn        "
                        + draw.sampled().size()
                        + " of "
                        + population.approvals().size()
                        + " approved, rate "
                        + draw.rate()
                        + ", seed "
                        + draw.seed());
        draw.sampled().forEach(member -> lines.add("  " + member.runId()));
        if (counting != null) {
            lines.add("recorded     " + recorded(counting));
        }
        each(lines, "vanished: ", vanished);
        population
                .unplaced()
                .forEach(one ->
                        lines.add("no period: " + one.runId() + ": " + SamplesText.reason(one)));
        Completeness found = completeness;
        if (found != null) {
            each(lines, "in the source, without a run: ", found.withoutRun());
            each(lines, "in the source, run in another period: ", found.elsewhere());
            each(lines, "run that the source does not list: ", found.withoutSource());
            String left = found.source() == null ? "left out: " : "neither in a run nor listed: ";
            each(lines, "number " + left, found.gaps());
            lines.add("compared     " + SamplesText.compared(found, population.members().size()));
        }
        return lines;
    }

    private static String risk(Member member) {
        return member.verdict().word() + (member.doubtful() ? ", contradicted" : "");
    }

    private static void each(List<String> lines, String label, List<String> values) {
        values.forEach(value -> lines.add(label + value));
    }
}
