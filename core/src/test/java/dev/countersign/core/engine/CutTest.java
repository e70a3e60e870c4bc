// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A producer that stopped after any of its records, resumed by our engine: it ends where the
/// producer ended. Before each record the directory is as the sample's producer had it then, log,
/// checkpoint and artifacts, since all of it is the sample's byte for byte ({@link SamplesTest}).
class CutTest {
    private static final Set<String> NEVER_THE_SAME = Set.of("ts", "prev", "hash", "sha256_12");

    static List<SampleRun> samples() throws IOException {
        return SampleRun.all();
    }

    /// @param files before each record
    private record Cuts(List<Map<String, String>> files) {
        static Cuts of(SampleRun sample, Path root) throws Exception {
            List<Map<String, String>> files = new ArrayList<>();
            Path directory = root.resolve(sample.id());
            new Replay(sample, root, 0, n -> files.add(SampleRun.files(directory))).play();
            files.add(SampleRun.files(directory));
            return new Cuts(files);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void resumed(SampleRun sample, @TempDir Path folder) throws Exception {
        Cuts cuts = Cuts.of(sample, folder.resolve("whole"));
        for (int cut = 1; cut < cuts.files().size() - 1; cut++) {
            Path root = folder.resolve("cut-" + cut);
            put(cuts.files().get(cut), root.resolve(sample.id()));
            endsAlike(sample, root, cut, resumeAt(sample, cut, cuts.files().get(cut)));
        }
    }

    /// The same, killed before the checkpoint that belongs to the last record was written.
    @ParameterizedTest
    @MethodSource("samples")
    void resumedWithTheCheckpointBefore(SampleRun sample, @TempDir Path folder) throws Exception {
        Cuts cuts = Cuts.of(sample, folder.resolve("whole"));
        for (int cut = 2; cut < cuts.files().size() - 1; cut++) {
            Map<String, String> files = new TreeMap<>(cuts.files().get(cut));
            String older = cuts.files().get(cut - 1).get("state.json");
            JsonObject last = sample.events().get(cut - 1);
            boolean newAttempt = "run_started".equals(last.string("event"));
            if (older == null || newAttempt) {
                continue; // no checkpoint at all is the case above
            }
            files.put("state.json", older);
            Path root = folder.resolve("cut-" + cut);
            put(files, root.resolve(sample.id()));
            boolean again = "ok".equals(last.string("status"));
            int at = again ? stepOf(sample, cut) : resumeAt(sample, cut, files);
            endsAlike(sample, root, cut, at);
        }
    }

    private static void put(Map<String, String> files, Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /// Index of the sample's record that is written next: that of the interrupted step's start, or
    /// of the attempt's.
    private static int resumeAt(SampleRun sample, int cut, Map<String, String> files)
            throws IOException {
        List<JsonObject> events = sample.events();
        if (!files.containsKey("state.json")) {
            int at = cut - 1;
            while (!"run_started".equals(events.get(at).string("event"))) {
                at--;
            }
            return at;
        }
        boolean within =
                Set.of("step_started", "artifact_written")
                        .contains(String.valueOf(events.get(cut - 1).string("event")));
        return within ? stepOf(sample, cut) : cut;
    }

    private static int stepOf(SampleRun sample, int cut) throws IOException {
        int at = cut - 1;
        while (!"step_started".equals(sample.events().get(at).string("event"))) {
            at--;
        }
        return at;
    }

    private static void endsAlike(SampleRun sample, Path root, int cut, int at) throws Exception {
        Path directory = root.resolve(sample.id());
        List<String> before = Files.readAllLines(directory.resolve("audit.jsonl"));
        boolean fresh = !Files.exists(directory.resolve("state.json"));
        new Replay(sample, root, at, fresh, Duration.ofDays(1), n -> {}).play();

        List<JsonObject> written = SampleRun.events(directory);
        assertThat(Files.readAllLines(directory.resolve("audit.jsonl")))
                .startsWith(before.toArray(String[]::new));
        assertThat(said(written.subList(cut, written.size())))
                .as("%s after %d records", sample, cut)
                .isEqualTo(said(sample.events().subList(at, sample.events().size())));
        assertThat(LogFacts.of(directory.resolve("audit.jsonl"), null).head())
                .isEqualTo(written.getLast().string("hash"));
        assertThat(comparable(SampleRun.files(directory)))
                .as("%s after %d records", sample, cut)
                .isEqualTo(comparable(SampleRun.files(sample.directory())));
    }

    private static List<List<Member>> said(List<JsonObject> events) {
        return events.stream()
                .map(event ->
                        event.members().stream()
                                .filter(m -> !NEVER_THE_SAME.contains(m.key()))
                                .toList())
                .toList();
    }

    /// The report names the head, which differs; so its digest does.
    private static Map<String, String> comparable(Map<String, String> files) {
        Map<String, String> comparable = new TreeMap<>(files);
        comparable.remove("audit.jsonl");
        comparable.replaceAll((name, text) ->
                text.replaceAll("\"audit_log_head\": \"[0-9a-f]+\"", "\"audit_log_head\"")
                        .replaceAll(
                                "(\"handoff_report.json\": \\{\\s+\"sha256_12\": )\"[0-9a-f]+\"",
                                "$1"));
        return comparable;
    }
}
