// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.report.AssessedRun.Act;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Check;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Unplaced;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.SignedResults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The facts of an assessment as JSON, for its hash. Keys are in a fixed order.
final class AssessmentDocument {
    private AssessmentDocument() {}

    static JsonObject of(Assessment assessment) {
        Draw draw = assessment.draw();
        BundleStanding bundle = assessment.bundle();
        ObjectBuilder document =
                JsonValue.object()
                        .with("assessment", "countersign/assessment/v1")
                        .with("subject", assessment.subject())
                        .with("at", assessment.at().toString())
                        .with("tool", assessment.tool())
                        .with("policy_version", assessment.policyVersion())
                        .with("policy_sha256", assessment.policySha256())
                        .with("runs", all(assessment.runs(), AssessmentDocument::of))
                        .with("findings", all(assessment.findings(), AssessmentDocument::of))
                        .with("attainment", all(assessment.attainment(), AssessmentDocument::of))
                        .with("draw", draw == null ? JsonWord.NULL : of(draw))
                        .with("draws", all(assessment.ledger().draws(), AssessmentDocument::of))
                        .with(
                                "sign_offs",
                                all(assessment.ledger().signOffs(), AssessmentDocument::of))
                        .with(
                                "signed_results",
                                all(assessment.ledger().signed(), AssessmentDocument::of))
                        .with("controls", all(assessment.controls(), Control::document));
        return bundle == null ? document.build() : document.with("bundle", bundle.json()).build();
    }

    /// Its canonical text, profile A.
    static byte[] canonical(Assessment assessment) {
        byte[] text = of(assessment).text().getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(Integer.MAX_VALUE);
        JsonProblem problem = reader.read(text, 0, text.length);
        if (problem != null) {
            throw new IllegalStateException("what we wrote is not JSON: " + problem);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        new CanonicalWriter().write(reader.tape(), CanonicalProfile.A, FieldFilter.ALL, out::write);
        return out.toByteArray();
    }

    private static JsonObject of(AssessedRun run) {
        Instant begun = run.started();
        ObjectBuilder channels = JsonValue.object();
        run.channels()
                .all()
                .forEach((channel, outcome) -> channels.with(channel.word(), outcome.word()));
        ObjectBuilder document =
                JsonValue.object()
                        .with("run_id", run.runId())
                        .with("workflow", run.workflow())
                        .with("status", run.status().word())
                        .with("started", begun == null ? null : begun.toString())
                        .with("author", run.author())
                        .with("subject", run.subject())
                        .with("chain", run.verdict() == null ? null : run.verdict().word())
                        .with("records", run.records())
                        .with("head", run.head())
                        .with("log_sha256", run.logSha256())
                        .with("gate", run.gate())
                        .with("gate_reperformed", run.reperformedGate())
                        .with("channels", channels.build())
                        .with("checks", all(run.channels().checks(), AssessmentDocument::of))
                        .with("exceptions", all(run.exceptions(), AssessmentDocument::of))
                        .with("artifacts", all(run.artifacts(), AssessmentDocument::of))
                        .with("acts", all(run.acts(), AssessmentDocument::of));
        return run.added().isEmpty()
                ? document.build()
                : document.with("added_rules", all(run.added(), AssessmentDocument::of)).build();
    }

    private static JsonValue of(RuleBook.Additional added) {
        return JsonValue.object()
                .with("rules", added.rules())
                .with("failure", added.failure())
                .with("results", all(added.results(), AssessmentDocument::of))
                .build();
    }

    private static JsonValue of(Check check) {
        return JsonValue.object()
                .with("check", word(check.kind()))
                .with("outcome", check.outcome().word())
                .with("why", word(check.why()))
                .with(
                        "evidence",
                        all(
                                check.evidence(),
                                one ->
                                        JsonValue.object()
                                                .with("subject", one.subject())
                                                .with("record", one.record())
                                                .with("expected", one.expected())
                                                .with("found", one.found())
                                                .build()))
                .build();
    }

    private static JsonValue of(RuleResult exception) {
        return JsonValue.object()
                .with("control", exception.control())
                .with("severity", exception.severity())
                .with("detail", exception.detail())
                .build();
    }

    private static JsonValue of(Artifact artifact) {
        return JsonValue.object()
                .with("name", artifact.name())
                .with("state", word(artifact.state()))
                .with("recorded", artifact.recorded())
                .with("sha256", artifact.sha256())
                .build();
    }

    private static JsonValue of(Act act) {
        Instant at = act.at();
        return JsonValue.object()
                .with("event", act.event())
                .with("hash", act.hash())
                .with("at", at == null ? null : at.toString())
                .with("person", act.verdict().person())
                .with("decision", act.decision())
                .with("aspects", aspects(act.verdict()))
                .build();
    }

    private static JsonObject aspects(ActVerdict verdict) {
        ObjectBuilder aspects = JsonValue.object();
        for (Aspect aspect : Aspect.values()) {
            aspects.with(word(aspect), word(verdict.of(aspect)));
        }
        return aspects.build();
    }

    private static JsonValue of(RecordedDraw draw) {
        RecordedDraw.Superseding over = draw.supersedes();
        return JsonValue.object()
                .with("entry", draw.eventHash())
                .with("at", draw.at())
                .with("by", draw.by())
                .with("population_sha256", draw.populationSha256())
                .with("runs_sha256", draw.runsSha256())
                .with("rate", draw.rate())
                .with("seed", draw.seed())
                .with("by_chance", JsonValue.of(draw.byChance()))
                .with("sampled", all(draw.sampled(), JsonValue::of))
                .with("supersedes", over == null ? null : over.eventHash())
                .with("reason", over == null ? null : over.reason())
                .build();
    }

    private static JsonValue of(SampleSignedOff one) {
        ActVerdict verdict = one.verdict();
        return JsonValue.object()
                .with("position", one.position())
                .with("at", one.at())
                .with("person", one.by())
                .with("population_sha256", one.populationSha256())
                .with("observed", one.observed())
                .with("note", one.note())
                .with("aspects", verdict == null ? JsonWord.NULL : aspects(verdict))
                .build();
    }

    private static JsonValue of(SignedResults signed) {
        return JsonValue.object()
                .with("position", signed.position())
                .with("at", signed.at())
                .with("person", signed.verdict().person())
                .with("results_sha256", signed.resultsSha256())
                .with("tool_version", signed.toolVersion())
                .with("policy_sha256", signed.policySha256())
                .with("aspects", aspects(signed.verdict()))
                .build();
    }

    private static JsonValue of(AssessedFinding finding) {
        Instant due = finding.due();
        return JsonValue.object()
                .with("id", finding.id())
                .with("kind", finding.kind().word())
                .with("severity", finding.severity())
                .with("run_id", finding.runId())
                .with("at", finding.at().toString())
                .with("due", due == null ? null : due.toString())
                .with("state", finding.state().word())
                .build();
    }

    private static JsonValue of(Attainment attainment) {
        return JsonValue.object()
                .with("clock", attainment.kind().word())
                .with("met", attainment.met())
                .with("late", attainment.late())
                .with("open", attainment.open())
                .build();
    }

    private static JsonValue of(Draw draw) {
        return JsonValue.object()
                .with("period", draw.population().period().toString())
                .with("zone", draw.population().zone().getId())
                .with("population", draw.population().members().size())
                .with("population_sha256", draw.population().sha256())
                .with("algorithm", Draw.ALGORITHM)
                .with("rate", Double.toString(draw.rate()))
                .with("seed", draw.seed().toString())
                .with("sampled", all(draw.sampled(), one -> JsonValue.of(one.runId())))
                .with(
                        "reviewed_all",
                        all(draw.population().risky(), one -> JsonValue.of(one.runId())))
                .with("no_period", all(draw.population().unplaced(), AssessmentDocument::of))
                .build();
    }

    private static JsonValue of(Unplaced run) {
        return JsonValue.object()
                .with("run_id", run.runId())
                .with("reason", run.why().word())
                .build();
    }

    private static <T> JsonArray all(List<T> values, Function<T, JsonValue> document) {
        return new JsonArray(values.stream().map(document).toList());
    }

    private static String word(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> "verified";
            case Judgement.Failed _ -> "failed";
            case Judgement.Unchecked _ -> "not_checked";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
