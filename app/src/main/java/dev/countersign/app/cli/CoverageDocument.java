// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleCoverage.Observation;
import dev.countersign.core.workspace.SampleCoverage.Row;
import dev.countersign.core.workspace.SampleSignedOff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Who has looked at what of a period, as a document, and for people at a terminal.
final class CoverageDocument {
    private CoverageDocument() {}

    static JsonObject json(SampleCoverage coverage, List<SampleSignedOff> signOffs) {
        return JsonValue.object()
                .with("period", coverage.population().period().toString())
                .with("population", coverage.population().members().size())
                .with("population_sha256", coverage.population().sha256())
                .with("draw", draw(coverage.draw()))
                .with("draws", coverage.draws().size())
                .with("wanted", coverage.rows().size())
                .with("observed", coverage.observed())
                .with("percent", coverage.percent())
                .with("complete", JsonValue.of(coverage.objection() == null))
                .with("objection", coverage.objection())
                .with(
                        "signed_off",
                        new JsonArray(signOffs.stream().map(CoverageDocument::signedOff).toList()))
                .with(
                        "runs",
                        new JsonArray(coverage.rows().stream().map(CoverageDocument::row).toList()))
                .build();
    }

    /// Of an entry that is not signed, `signature`, `trust` and `policy` are `not_checked`.
    private static JsonValue signedOff(SampleSignedOff one) {
        ActVerdict verdict = one.verdict();
        String none = Outcome.NOT_CHECKED.word();
        ActVerdict.Signed signature = verdict == null ? null : verdict.signature();
        return JsonValue.object()
                .with("at", one.at())
                .with("by", one.by())
                .with("population_sha256", one.populationSha256())
                .with("observed", one.observed())
                .with("note", one.note())
                .with("signed", JsonValue.of(verdict != null))
                .with("signature", verdict == null ? none : word(verdict.signed()))
                .with("trust", verdict == null ? none : word(verdict.trusted()))
                .with("policy", verdict == null ? none : word(verdict.allowed()))
                .with(
                        "timestamp",
                        ShowDocument.instant(signature == null ? null : signature.timeStamp()))
                .build();
    }

    private static String word(Judgement judgement) {
        return ApprovalsCommand.word(judgement);
    }

    static JsonValue draw(@Nullable RecordedDraw draw) {
        if (draw == null) {
            return JsonWord.NULL;
        }
        RecordedDraw.Superseding over = draw.supersedes();
        return JsonValue.object()
                .with("at", draw.at())
                .with("by", draw.by())
                .with("rate", draw.rate())
                .with("seed", draw.seed())
                .with("by_chance", JsonValue.of(draw.byChance()))
                .with("population_sha256", draw.populationSha256())
                .with("supersedes", over == null ? null : over.eventHash())
                .with("reason", over == null ? null : over.reason())
                .build();
    }

    private static JsonValue row(Row row) {
        return JsonValue.object()
                .with("run_id", row.runId())
                .with("drawn", JsonValue.of(row.drawn()))
                .with("assigned_to", row.assignedTo())
                .with("observed", JsonValue.of(row.observed()))
                .with(
                        "observations",
                        new JsonArray(
                                row.observations().stream()
                                        .map(CoverageDocument::observation)
                                        .toList()))
                .build();
    }

    private static JsonValue observation(Observation observation) {
        return JsonValue.object()
                .with("by", observation.by())
                .with(
                        "record",
                        observation.record() < 0
                                ? JsonWord.NULL
                                : JsonValue.of(observation.record()))
                .with("holds", JsonValue.of(observation.holds()))
                .build();
    }

    static List<String> lines(SampleCoverage coverage, List<SampleSignedOff> signOffs) {
        List<String> lines = new ArrayList<>();
        lines.add(
                coverage.population().period()
                        + ": "
                        + coverage.observed()
                        + " of "
                        + coverage.rows().size()
                        + " observed, "
                        + coverage.percent()
                        + " %");
        for (Row row : coverage.rows()) {
            lines.add(
                    (row.observed() ? "  observed  " : "  open      ")
                            + (row.drawn() ? "drawn  " : "risky  ")
                            + row.runId()
                            + (row.assignedTo() == null ? "" : ", " + row.assignedTo()));
        }
        String objection = coverage.objection();
        if (objection != null) {
            lines.add("  " + objection);
        }
        for (SampleSignedOff one : signOffs) {
            lines.add(
                    "  signed off " + one.at() + " by " + one.by() + ": " + verdict(one.verdict()));
        }
        return lines;
    }

    private static String verdict(@Nullable ActVerdict verdict) {
        return verdict == null
                ? "an entry of the ledger, not signed"
                : "signature "
                        + word(verdict.signed()).replace('_', ' ')
                        + ", trust "
                        + word(verdict.trusted()).replace('_', ' ')
                        + ", policy "
                        + word(verdict.allowed()).replace('_', ' ');
    }
}
