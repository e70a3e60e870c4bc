// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.sampling.Unplaced;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The assessment as OSCAL assessment results (NIST, model 1.0.6), in JSON.
///
/// Each check of each run is an observation; each channel is an objective, satisfied only if
/// something was checked in it and nothing failed; each recorded exception and each finding of the
/// desk is a finding of its own. What was not checked is an observation that says so and makes no
/// finding. Identifiers are derived from the facts, so that the same assessment gives the same
/// bytes.
public final class OscalReport {
    private static final String VERSION = "1.0.6";

    private final Assessment assessment;
    private final String facts;
    private final OscalNames names;
    private final List<JsonValue> observations = new ArrayList<>();

    private OscalReport(Assessment assessment) {
        this.assessment = assessment;
        this.facts = assessment.sha256();
        this.names = new OscalNames(facts);
    }

    /// The file.
    public static byte[] bytes(Assessment assessment) {
        return (new OscalReport(assessment).document().text() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject document() {
        JsonObject results =
                JsonValue.object()
                        .with("uuid", names.uuid("assessment"))
                        .with("metadata", metadata())
                        .with(
                                "import-ap",
                                JsonValue.object().with("href", "#" + names.uuid("policy")).build())
                        .with("results", new JsonArray(List.of(result())))
                        .with("back-matter", backMatter())
                        .build();
        return JsonValue.object().with("assessment-results", results).build();
    }

    private JsonObject metadata() {
        return JsonValue.object()
                .with("title", "Assessment of " + names.line(assessment.subject()))
                .with("last-modified", time(assessment.at()))
                .with("version", facts.substring(0, 16))
                .with("oscal-version", VERSION)
                .with(
                        "props",
                        props(
                                "tool", assessment.tool(),
                                "policy-version", assessment.policyVersion(),
                                "policy-sha256", assessment.policySha256(),
                                "facts-sha256", facts))
                .build();
    }

    private JsonObject result() {
        for (int i = 0; i < assessment.runs().size(); i++) {
            observe(i, assessment.runs().get(i));
        }
        List<JsonValue> findings = new OscalFindings(assessment, names).all();
        ObjectBuilder result =
                JsonValue.object()
                        .with("uuid", names.uuid("result"))
                        .with("title", names.line(assessment.subject()))
                        .with("description", description())
                        .with("start", time(assessment.at()))
                        .with("end", time(assessment.at()))
                        .with("reviewed-controls", reviewed());
        if (!observations.isEmpty()) {
            result.with("observations", new JsonArray(observations));
        }
        if (!findings.isEmpty()) {
            result.with("findings", new JsonArray(findings));
        }
        return result.build();
    }

    private String description() {
        return assessment.runs().size()
                + " runs were read and performed again; nothing speaks against "
                + assessment.clean()
                + " of them."
                + (assessment.unplaced().isEmpty()
                        ? ""
                        : " Of other runs nothing says to which period they belong: "
                                + assessment.unplaced().stream()
                                        .map(Unplaced::runId)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private JsonObject reviewed() {
        Set<String> controls = new LinkedHashSet<>();
        for (Channel channel : Channel.values()) {
            controls.add(names.token(channel.word()));
        }
        if (assessment.bundle() != null) {
            controls.add(OscalNames.BUNDLE);
        }
        for (AssessedRun run : assessment.runs()) {
            run.exceptions().forEach(exception -> controls.add(names.token(exception.control())));
        }
        assessment.findings().forEach(one -> controls.add(names.token(one.kind().word())));
        List<JsonValue> included =
                controls.stream()
                        .<JsonValue>map(id -> JsonValue.object().with("control-id", id).build())
                        .toList();
        JsonObject selection =
                JsonValue.object().with("include-controls", new JsonArray(included)).build();
        return JsonValue.object()
                .with("control-selections", new JsonArray(List.of(selection)))
                .build();
    }

    private void observe(int number, AssessedRun run) {
        for (Check check : run.channels().checks()) {
            String word = check.kind().name().toLowerCase(Locale.ROOT);
            observations.add(
                    JsonValue.object()
                            .with("uuid", names.observation(number, check.kind()))
                            .with("title", names.line(run.runId() + ": " + word.replace('_', ' ')))
                            .with("description", said(check))
                            .with(
                                    "props",
                                    props(
                                            "channel", check.kind().channel().word(),
                                            "check", word,
                                            "outcome", check.outcome().word(),
                                            "why", check.why().name().toLowerCase(Locale.ROOT)))
                            .with("methods", new JsonArray(List.of(JsonValue.of("TEST"))))
                            .with("subjects", new JsonArray(List.of(subject(number, run))))
                            .with("collected", time(assessment.at()))
                            .build());
        }
    }

    private static String said(Check check) {
        StringBuilder said = new StringBuilder(check.outcome().word().replace('_', ' '));
        for (Check.Evidence one : check.evidence()) {
            said.append("; ").append(one.subject());
            if (one.record() >= 0) {
                said.append(" (record ").append(one.record()).append(')');
            }
            said.append(": expected ").append(one.expected() == null ? "nothing" : one.expected());
            said.append(", found ").append(one.found() == null ? "nothing" : one.found());
        }
        return CellText.carried(said.toString());
    }

    private JsonObject subject(int number, AssessedRun run) {
        return JsonValue.object()
                .with("subject-uuid", run(number))
                .with("type", "resource")
                .with("title", names.line(run.runId()))
                .build();
    }

    /// The evidence, by its hashes.
    private JsonObject backMatter() {
        List<JsonValue> resources = new ArrayList<>();
        resources.add(
                resource(
                        names.uuid("policy"),
                        "The policy " + assessment.policyVersion(),
                        "policy.json",
                        assessment.policySha256()));
        for (int i = 0; i < assessment.runs().size(); i++) {
            AssessedRun run = assessment.runs().get(i);
            resources.add(
                    run.logSha256().isEmpty()
                            ? JsonValue.object()
                                    .with("uuid", run(i))
                                    .with("title", names.line(run.runId() + ", which has no log"))
                                    .build()
                            : log(i, run));
            artifacts(i, run, resources);
        }
        return JsonValue.object().with("resources", new JsonArray(resources)).build();
    }

    /// The log, with its head and the hashes of the records that are decisions.
    private JsonObject log(int number, AssessedRun run) {
        List<JsonValue> hashes = new ArrayList<>();
        hash("head", run.head(), "", hashes);
        for (AssessedRun.Act act : run.acts()) {
            hash("decision", act.hash(), act.event(), hashes);
        }
        JsonObject log =
                resource(
                        run(number),
                        "The log of " + run.runId(),
                        run.runId() + "/audit.jsonl",
                        run.logSha256());
        ObjectBuilder with = JsonValue.object();
        log.members().forEach(member -> with.with(member.key(), member.value()));
        return hashes.isEmpty() ? log : with.with("props", new JsonArray(hashes)).build();
    }

    private void hash(String name, String value, String event, List<JsonValue> all) {
        if (!value.isBlank()) {
            ObjectBuilder prop =
                    JsonValue.object()
                            .with("name", name)
                            .with("ns", OscalNames.NAMESPACE)
                            .with("value", names.line(value));
            all.add(
                    event.isEmpty()
                            ? prop.build()
                            : prop.with("class", names.token(event)).build());
        }
    }

    private void artifacts(int number, AssessedRun run, List<JsonValue> resources) {
        for (Artifact artifact : run.artifacts()) {
            String sha256 = artifact.sha256();
            if (sha256 != null) {
                resources.add(
                        resource(
                                names.uuid("artifact " + number + " " + artifact.name()),
                                "The artifact " + artifact.name() + " of " + run.runId(),
                                run.runId() + "/artifacts/" + artifact.name(),
                                sha256));
            }
        }
    }

    private JsonObject resource(String uuid, String title, String href, String sha256) {
        JsonObject hash =
                JsonValue.object().with("algorithm", "SHA-256").with("value", sha256).build();
        JsonObject link =
                JsonValue.object()
                        .with("href", names.reference(href))
                        .with("hashes", new JsonArray(List.of(hash)))
                        .build();
        return JsonValue.object()
                .with("uuid", uuid)
                .with("title", names.line(title))
                .with("rlinks", new JsonArray(List.of(link)))
                .build();
    }

    private String run(int number) {
        return names.uuid("run " + number);
    }

    private JsonArray props(String... pairs) {
        List<JsonValue> all = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isBlank()) {
                all.add(
                        JsonValue.object()
                                .with("name", pairs[i])
                                .with("ns", OscalNames.NAMESPACE)
                                .with("value", names.line(pairs[i + 1]))
                                .build());
            }
        }
        return new JsonArray(all);
    }

    private static String time(Instant at) {
        return at.toString();
    }
}
