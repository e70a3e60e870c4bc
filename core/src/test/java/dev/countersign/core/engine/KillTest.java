// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process killed in the middle of its runs: each of them is resumed, with nothing lost, nothing
/// doubled, and no finished step performed again. More kills: `-Dengine.kills=200`.
class KillTest {
    private static final int KILLS = Integer.getInteger("engine.kills", 4);
    private static final int LONGEST_LIFE_MILLIS = 60;

    @Test
    void resumes(@TempDir Path folder) throws Exception {
        Random random = new Random(20261121);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path root = Files.createDirectory(folder.resolve("kill-" + kill));
            runAndKill(root, random.nextInt(LONGEST_LIFE_MILLIS));
            int number = 0;
            while (Files.exists(KilledEngine.directory(root, number))) {
                interrupted += resume(root, number++) ? 1 : 0;
            }
            assertThat(number).isPositive();
            try (Stream<Path> runs = Files.list(root)) {
                assertThat(runs).hasSize(number);
            }
        }
        assertThat(interrupted).as("kills that hit a run in its middle").isPositive();
    }

    private static void runAndKill(Path root, int life) throws IOException, InterruptedException {
        String classes =
                Path.of("target", "classes").toAbsolutePath()
                        + File.pathSeparator
                        + Path.of("target", "test-classes").toAbsolutePath();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes,
                                KilledEngine.class.getName(),
                                root.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("running");
            process.waitFor(life, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// @return whether there was anything left to do
    private static boolean resume(Path root, int number) throws Exception {
        Path directory = KilledEngine.directory(root, number);
        Path log = directory.resolve("audit.jsonl");
        String before = Files.exists(log) ? Files.readString(log) : "";
        // a line that breaks off never was a record
        String records = before.substring(0, before.lastIndexOf('\n') + 1);
        boolean ended = records.endsWith(lastRecord(records)) && completed(records);
        Set<String> done = done(directory);

        Execution.Ended execution = (Execution.Ended) KilledEngine.execute(root, number);
        if (execution.end() == End.AWAITING_APPROVAL) {
            assertThat(records).doesNotContain("approval_recorded");
            KilledEngine.approve(root, number);
            execution = (Execution.Ended) KilledEngine.execute(root, number);
        }
        assertThat(execution.end()).isEqualTo(End.COMPLETED);

        String after = Files.readString(log);
        assertThat(after).startsWith(records);
        assertThat(LogFacts.of(log, null).head()).isEqualTo(execution.head());
        nothingDoubled(after, after.substring(records.length()), done);
        assertThat(Files.readAllLines(log)).doesNotHaveDuplicates();
        Set<String> files = new TreeSet<>(SampleRun.files(directory).keySet());
        // what a killed writer left of a record is kept, and nothing else
        boolean torn = files.removeIf(name -> name.startsWith("audit.jsonl.torn-"));
        assertThat(torn).isEqualTo(!before.equals(records));
        assertThat(files)
                .containsExactly(
                        "artifacts/approval_request.json",
                        "artifacts/handoff_report.json",
                        "artifacts/independent_review.json",
                        "artifacts/workpaper.json",
                        "audit.jsonl",
                        "state.json");
        return !ended;
    }

    private static String lastRecord(String records) {
        return records.substring(records.lastIndexOf('\n', records.length() - 2) + 1);
    }

    private static boolean completed(String records) {
        return lastRecord(records).contains("\"run_completed\"");
    }

    private static void nothingDoubled(String all, String added, Set<String> done) {
        assertThat(all.split("\"approval_recorded\"", -1)).hasSize(2);
        for (String step : done) {
            assertThat(added).doesNotContain("\"step\": \"" + step + "\"");
        }
    }

    private static Set<String> done(Path directory) throws IOException {
        Path state = directory.resolve("state.json");
        Set<String> done = new HashSet<>();
        if (Files.exists(state)) {
            JsonObject checkpoint = SampleRun.object(Files.readString(state));
            if (checkpoint.get("_done") instanceof JsonArray(List<JsonValue> names)) {
                names.forEach(name -> done.add(((JsonString) name).says()));
            }
        }
        return done;
    }
}
