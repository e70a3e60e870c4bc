// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs of which nobody can say when they started, and runs that contradict themselves.
class SamplePeriodTest {
    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "samples");
    private static final String CLEAN = "change-approval-0da804633cdb";
    private static final String OTHER = "change-approval-b54f4f82fad4";
    private static final String BLOCKED = "change-approval-b31b90463aba";

    @TempDir Path folder;

    @BeforeEach
    void oneRunThatNothingIsWrongWith() throws IOException {
        copy(CLEAN);
    }

    private Path copy(String run) throws IOException {
        Path from = SAMPLES.resolve(run);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve("runs").resolve(SAMPLES.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return folder.resolve("runs").resolve(run);
    }

    private static void edit(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), with));
    }

    private Session sample(String month, String... more) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("sample", folder.resolve("runs").toString(), "--period", month));
        words.addAll(List.of("--rate", "1", "--seed", "1"));
        words.addAll(List.of(more));
        return Session.run(words.toArray(String[]::new));
    }

    private static List<String> ids(JsonObject document, String key) {
        return Session.list(document, key).stream()
                .map(value -> ((JsonString) value).says())
                .toList();
    }

    /// What is listed, in words and as JSON, and the exit.
    private void belongsToNoPeriod(String run, String reason, String sentence) throws IOException {
        Session told = sample("2026-11", "--json");
        JsonObject document = told.document();
        assertThat(told.exit()).isOne();
        assertThat(document.get("population")).isEqualTo(JsonValue.of(1));
        assertThat(document.text())
                .contains(
                        "\"no_period\": [{\"run_id\": \"%s\", \"reason\": \"%s\"}]"
                                .formatted(run, reason));
        assertThat(sample("2026-11").out())
                .endsWith("\nno period: " + run + ": " + sentence + "\n");
        paper(run, sentence);
    }

    private void paper(String run, String sentence) throws IOException {
        Path html = folder.resolve("paper.html");
        List<String> words = new ArrayList<>();
        words.addAll(List.of("report", folder.resolve("runs").toString(), "--html"));
        words.addAll(List.of(html.toString(), "--period", "2026-11", "--rate", "1", "--seed", "1"));
        assertThat(Session.run(words.toArray(String[]::new)).exit()).isOne();
        assertThat(Files.readString(html))
                .contains(
                        "A run belongs to no period, so that the population is complete is not"
                                + " proven until its log says when it started: see Population. No"
                                + " exception was found in this run.")
                .contains(run + ": " + sentence);
    }

    @Test
    void aPopulationWithoutSuchRunsIsAsBefore() {
        Session told = sample("2026-11", "--json");
        assertThat(told.exit()).isZero();
        assertThat(Session.list(told.document(), "no_period")).isEmpty();
        assertThat(ids(told.document(), "reviewed_all")).isEmpty();
    }

    @Test
    void aRunWithoutALogIsNamed() throws IOException {
        Files.delete(copy(OTHER).resolve("audit.jsonl"));
        belongsToNoPeriod(OTHER, "no_log", "it has no log");
    }

    @Test
    void aRunWithAnEmptyLogIsNamed() throws IOException {
        Files.writeString(copy(OTHER).resolve("audit.jsonl"), "");
        belongsToNoPeriod(OTHER, "empty_log", "its log is empty");
    }

    private static final String NO_START =
            "its log has no run_started with a time that can be placed (ISO 8601 with an offset)";

    @Test
    void aRunWhoseFirstLineIsNoRecordIsNamed() throws IOException {
        edit(copy(OTHER).resolve("audit.jsonl"), "{", "{x");
        belongsToNoPeriod(OTHER, "no_start", NO_START);
    }

    @Test
    void aRunWhoseStartHasNoOffsetIsNamed() throws IOException {
        Path log = copy(OTHER).resolve("audit.jsonl");
        List<LogLine> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            lines.add(LogLine.of((SlowValue.Obj) SlowJson.parse(bytes)));
        }
        Files.write(
                log,
                new GeneratedLog(ChainFormat.A, lines)
                        .edit(0, record -> record.with("ts", "2026-11-21T00:25:15"))
                        .rebuilt(0)
                        .toBytes());
        belongsToNoPeriod(OTHER, "no_start", NO_START);
    }

    @Test
    void aStartThatDoesNotHoldBelongsToItsMonthAndIsNamedInTheOthers() throws IOException {
        edit(copy(OTHER).resolve("audit.jsonl"), "2026-11-", "2026-10-");
        belongsToNoPeriod(
                OTHER,
                "start_doubtful",
                "its log says that the run started in another month, but is broken there");
        JsonObject october = sample("2026-10", "--json").document();
        assertThat(october.get("population")).isEqualTo(JsonValue.of(1));
        assertThat(Session.list(october, "no_period")).isEmpty();
    }

    @Test
    void aListProvesNothingWhileARunBelongsToNoPeriod() throws IOException {
        Files.delete(copy(OTHER).resolve("audit.jsonl"));
        Path list = Files.writeString(folder.resolve("l.csv"), "id\n" + CLEAN + "\n");
        Session told = sample("2026-11", "--source", list.toString(), "--column", "id", "--json");
        assertThat(((JsonObject) told.document().get("completeness")).get("complete"))
                .isEqualTo(JsonValue.of(false));
    }

    @Test
    void aBrokenRunIsDrawnFromAndLookedAtInAnyCase() throws IOException {
        Path log = copy(OTHER).resolve("audit.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(5, lines.get(5).replace("\"event\": \"", "\"event\": \"x"));
        Files.write(log, lines);
        assertThat(contradicted(OTHER)).isEqualTo("approve, contradicted  " + OTHER);
    }

    @Test
    void aGateThatTheLogContradictsIsLookedAtInAnyCase() throws IOException {
        Path state = copy(BLOCKED).resolve("state.json");
        edit(state, "\"verdict\": \"block\"", "\"verdict\": \"approve\"");
        assertThat(contradicted(BLOCKED)).isEqualTo("approve, contradicted  " + BLOCKED);
    }

    /// Its line, where both are approvals and both are drawn.
    private String contradicted(String run) {
        JsonObject told = sample("2026-11", "--json").document();
        assertThat(ids(told, "sampled")).containsExactlyInAnyOrder(CLEAN, run);
        assertThat(ids(told, "reviewed_all")).containsExactly(run);
        assertThat(told.get("approvals")).isEqualTo(JsonValue.of(2));
        List<String> lines = sample("2026-11").out().lines().toList();
        assertThat(lines.get(3)).isEqualTo("looked at    1 in any case");
        return lines.get(4).strip();
    }
}
