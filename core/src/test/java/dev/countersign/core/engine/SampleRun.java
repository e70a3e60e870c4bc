// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A run that the real producer wrote, and what it was given.
record SampleRun(Path directory) {
    static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final String BROKEN_FEED = "change-approval-da6aeb88c524";

    static List<SampleRun> all() throws IOException {
        try (Stream<Path> runs = Files.list(SAMPLES)) {
            return runs.filter(run -> Files.exists(run.resolve("audit.jsonl")))
                    .sorted()
                    .map(SampleRun::new)
                    .toList();
        }
    }

    static SampleRun of(String id) {
        return new SampleRun(SAMPLES.resolve(id));
    }

    String id() {
        return directory.getFileName().toString();
    }

    Workflow workflow() {
        return Objects.requireNonNull(Workflow.of(id().substring(0, id().lastIndexOf('-'))));
    }

    JsonObject state() throws IOException {
        return object(Files.readString(directory.resolve("state.json")));
    }

    JsonObject payload() throws IOException {
        return (JsonObject) Objects.requireNonNull(state().get("payload"));
    }

    List<JsonObject> events() throws IOException {
        return events(directory);
    }

    static List<JsonObject> events(Path directory) throws IOException {
        return Files.readAllLines(directory.resolve("audit.jsonl")).stream()
                .map(SampleRun::object)
                .toList();
    }

    static Instant at(JsonObject event) {
        return OffsetDateTime.parse(Objects.requireNonNull(event.string("ts"))).toInstant();
    }

    /// The root as it stands in the checkpoint's paths.
    String root() throws IOException {
        return Files.readString(directory.resolve("state.json")).contains("\"runs2/")
                ? "runs2"
                : "runs";
    }

    /// The run as the producer had it: with the model's response, the reviewer and the failure.
    Run run() throws IOException {
        var input = new WorkflowInput(DefaultPolicy.get().references(), model(), reviewer());
        Run run = workflow().run(payload(), input);
        if (!id().equals(BROKEN_FEED)) {
            return run;
        }
        List<Step> steps = new ArrayList<>(new ChangeApproval(input).steps());
        String error = "ValueError('evidence feed returned 3 rows, expected 4')";
        steps.set(1, Step.of("map_controls", step -> StepResult.raised(error)));
        return new Run(workflow().word(), steps);
    }

    private @Nullable ModelResponse model() throws IOException {
        for (String name : List.of("llm_mapping.json", "assessment.json")) {
            Path file = directory.resolve("artifacts").resolve(name);
            if (Files.exists(file)) {
                JsonObject exchange = object(Files.readString(file));
                return new ModelResponse(
                        Objects.requireNonNull(exchange.string("model")),
                        Objects.requireNonNull(exchange.string("response")));
            }
        }
        return null;
    }

    private Reviewer reviewer() throws IOException {
        if (state().get("review") instanceof JsonObject review
                && "reject".equals(review.string("decision"))) {
            return request ->
                    new Review(
                            Objects.requireNonNull(review.string("reviewer")),
                            false,
                            Objects.requireNonNull(review.string("notes")));
        }
        return Reviewer.OPERATIONS;
    }

    /// All files of a run directory, by relative name.
    static TreeMap<String, String> files(Path directory) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    static JsonObject object(String text) {
        JsonReader reader = new JsonReader(1 << 20);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new IllegalArgumentException("not JSON: " + text);
        }
        return (JsonObject) JsonText.tree(reader.tape());
    }

    @Override
    public String toString() {
        return id();
    }
}
