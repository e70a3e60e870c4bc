// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a desk has seen of runs before, in the workpaper.
class ReportKeptTest {
    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "samples");
    private static final String RUN = "change-approval-0da804633cdb";
    private static final String OTHER = "change-approval-b54f4f82fad4";
    private static final Path POLICY =
            Path.of("../resources/src/main/resources/dev/countersign/resources/policy")
                    .resolve("default-policy.json");

    @TempDir Path dir;
    private Path desk = Path.of("");

    @BeforeEach
    void bothRunsWereSeenWhole() throws IOException {
        desk = Files.createDirectories(dir.resolve("desk"));
        Files.copy(POLICY, desk.resolve("policy.json"));
        for (String run : List.of(RUN, OTHER)) {
            Files.createDirectories(log(run).getParent());
            Files.copy(SAMPLES.resolve(run).resolve("audit.jsonl"), log(run));
        }
        look();
    }

    private Path log(String run) {
        return desk.resolve("runs").resolve(run).resolve("audit.jsonl");
    }

    private void look() {
        assertThat(Session.run("findings", desk.toString()).err()).isEmpty();
    }

    private int report(Path what, String name, String... more) {
        List<String> words = new ArrayList<>(List.of("report", what.toString()));
        words.addAll(List.of("--csv", dir.resolve(name + ".csv").toString()));
        words.addAll(List.of("--html", dir.resolve(name + ".html").toString()));
        words.addAll(List.of(more));
        Session session = Session.run(words.toArray(String[]::new));
        assertThat(session.err()).isEmpty();
        return session.exit();
    }

    /// Somebody else has seen a log of the run, and it was told here.
    private void witnessed(Path log) {
        String file = dir.resolve("witness.json").toString();
        assertThat(Session.run("checkpoint", log.toString(), "--out", file).err()).isEmpty();
        Session told =
                Session.run(
                        "checkpoint",
                        "import",
                        file,
                        "--workspace",
                        desk.toString(),
                        "--run",
                        RUN,
                        "--from",
                        "Wes");
        assertThat(told.err()).isEmpty();
    }

    /// Run, outcome and reason of each check of completeness.
    private List<String> completeness(String name) throws IOException {
        return Files.readAllLines(dir.resolve(name + ".csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[7].equals("checkpoint"))
                .map(cells -> cells[0] + " " + cells[8] + " " + cells[9] + " " + cells[10])
                .toList();
    }

    private String html(String name) throws IOException {
        return Files.readString(dir.resolve(name + ".html"));
    }

    @Test
    void whatThisDeskHasSeenVouchesForNothing() throws IOException {
        Path fresh = Files.createDirectories(dir.resolve("fresh"));
        Files.copy(POLICY, fresh.resolve("policy.json"));
        Path run = Files.createDirectories(fresh.resolve("runs").resolve(RUN));
        Files.copy(log(RUN), run.resolve("audit.jsonl"));

        assertThat(report(desk, "seen")).isZero();
        assertThat(report(fresh, "first")).isZero();
        assertThat(report(fresh, "second")).isZero();

        assertThat(completeness("seen"))
                .containsExactly(
                        RUN + " not_checked no_checkpoint ", OTHER + " not_checked no_checkpoint ");
        assertThat(completeness("first")).containsExactly(RUN + " not_checked no_checkpoint ");
        assertThat(dir.resolve("second.html")).hasSameBinaryContentAs(dir.resolve("first.html"));
    }

    @Test
    void whatSomebodyElseHasSeenDoes() throws IOException {
        witnessed(log(RUN));

        assertThat(report(desk, "seen")).isZero();

        assertThat(completeness("seen"))
                .containsExactly(RUN + " verified holds ", OTHER + " not_checked no_checkpoint ");
    }

    @Test
    void aWitnessWhoHasSeenMoreIsNotOutvotedByThisDesk() throws IOException {
        Path whole = dir.resolve("whole.jsonl");
        Files.move(log(RUN), whole);
        Files.deleteIfExists(desk.resolve("countersign.db"));
        Files.write(log(RUN), Files.readAllLines(whole).subList(0, 13));
        look();
        witnessed(whole);

        assertThat(report(desk, "seen")).isOne();

        assertThat(completeness("seen")).contains(RUN + " failed disagrees tail_missing");
    }

    @Test
    void aCutLogIsNeverConcludedClean() throws IOException {
        Files.write(log(RUN), Files.readAllLines(log(RUN)).subList(0, 13));
        look();

        assertThat(report(desk, "desk")).isOne();
        assertThat(report(log(RUN).getParent(), "run", "--workspace", desk.toString())).isOne();

        assertThat(completeness("desk"))
                .containsExactly(
                        RUN + " failed disagrees tail_missing",
                        OTHER + " not_checked no_checkpoint ");
        assertThat(completeness("run")).containsExactly(RUN + " failed disagrees tail_missing");
        assertThat(html("desk")).contains("1 of 2 runs have exceptions.");
        assertThat(html("run")).contains("This run has exceptions.");
    }

    @Test
    void aRunThatIsGoneStandsInThePaperOfItsMonthOnly() throws IOException {
        Files.delete(log(OTHER));
        Files.delete(log(OTHER).getParent());
        look();
        String said =
                "A finding of SEV-1 or SEV-2 is not closed that is about none of the runs here: see"
                        + " Exceptions. Of the runs here: No exception was found in this run.";
        String[] draw = {"--rate", "1", "--seed", "1", "--period"};

        assertThat(report(desk, "all")).isOne();
        assertThat(report(desk, "month", withMonth(draw, "2026-11"))).isOne();
        assertThat(report(desk, "other", withMonth(draw, "2026-10"))).isOne();

        assertThat(html("all")).contains(said).contains(OTHER);
        assertThat(html("month")).contains(said).contains(OTHER);
        assertThat(html("other")).contains("There was no run to assess.").doesNotContain(OTHER);
    }

    private static String[] withMonth(String[] words, String month) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(month);
        return all.toArray(String[]::new);
    }
}
