// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What `sample` says of gaps, and of a draw that does not count.
class SampleSaysTest {
    private static final String NONE_PROVEN =
            "compared     No gap in the numbers, and no run vanished. Without another system's list"
                    + " that does not prove that the population is complete.";

    @TempDir Path folder;

    private Path workspace() throws IOException {
        Path policy = Path.of("../resources/src/main/resources/dev/countersign/resources/policy");
        Path workspace = Files.createDirectory(folder.resolve("ws"));
        Files.copy(policy.resolve("default-policy.json"), workspace.resolve("policy.json"));
        return workspace;
    }

    private void run(Path workspace, String id, String at) throws IOException {
        Path payload =
                Files.writeString(
                        folder.resolve("payload.json"),
                        """
                        {"id": "%s", "author": "m.chu", "evidence": {"approval": "Approved by j.lee on 2026-03-04.",
                         "test_signoff": "All tests passed on 2026-03-03."}}
                        """
                                .formatted(id));
        Session.run(
                "run",
                "change-approval",
                "--payload",
                payload.toString(),
                "--root",
                workspace.resolve("runs").toString(),
                "--at",
                at);
    }

    private static Session sample(Path workspace, String... more) {
        List<String> words =
                new ArrayList<>(List.of("sample", workspace.toString(), "--period", "2026-10"));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--at", "2026-11-20T10:00:00Z"));
        return Session.run(words.toArray(String[]::new));
    }

    private static JsonObject gaps(Session session) {
        return (JsonObject) session.document().get("completeness");
    }

    @Test
    void aNumberThatAnotherMonthHasIsNotLeftOut() throws IOException {
        Path workspace = workspace();
        run(workspace, "M-05", "2026-10-30T12:00:00Z");
        run(workspace, "M-06", "2026-11-02T12:00:00Z");
        run(workspace, "M-07", "2026-10-31T12:00:00Z");
        Session whole = sample(workspace, "--rate", "0", "--seed", "1", "--gaps");
        assertThat(whole.exit()).as(whole.err()).isZero();
        assertThat(whole.out()).doesNotContain("left out: ").endsWith(NONE_PROVEN + "\n");
        JsonObject none = gaps(sample(workspace, "--rate", "0", "--seed", "1", "--gaps", "--json"));
        assertThat(none.get("complete")).isEqualTo(JsonWord.NULL);

        run(workspace, "M-09", "2026-10-31T12:00:00Z");
        Session left = sample(workspace, "--rate", "0", "--seed", "1", "--gaps");
        assertThat(left.exit()).isOne();
        assertThat(left.out())
                .endsWith(
                        "number left out: M-08\n"
                                + "compared     Something is missing. A gap may have a good reason;"
                                + " find it.\n");
        JsonObject some = gaps(sample(workspace, "--rate", "0", "--seed", "1", "--gaps", "--json"));
        assertThat(some.get("complete")).isEqualTo(JsonValue.of(false));

        Path list = Files.writeString(folder.resolve("l.csv"), "id\nM-05\nM-07\nM-09\n");
        Session listed =
                sample(
                        workspace,
                        "--rate",
                        "0",
                        "--seed",
                        "1",
                        "--source",
                        list.toString(),
                        "--column",
                        "id");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out())
                .endsWith(
                        "number neither in a run nor listed: M-08\ncompared     The list has 3"
                                + " entries and the month 3 runs: each entry has a run, and each"
                                + " run is in the list.\n");
    }

    @Test
    void aSecondDrawSaysThatTheFirstCounts() throws IOException {
        Path workspace = workspace();
        run(workspace, "M-05", "2026-10-30T12:00:00Z");
        String[] chance = {"--rate", "1", "--seed", "random"};
        Session plain = sample(workspace, "--rate", "1", "--seed", "7", "--json");
        assertThat(plain.document().get("counts")).isEqualTo(JsonWord.NULL);
        assertThat(plain.document().get("counting")).isEqualTo(JsonWord.NULL);

        JsonObject first =
                sample(workspace, "--rate", "1", "--seed", "random", "--json").document();
        assertThat(first.get("counts")).isEqualTo(JsonValue.of(true));
        assertThat(((JsonObject) first.get("counting")).string("seed"))
                .isEqualTo(first.get("seed").text());

        JsonObject second =
                sample(workspace, "--rate", "1", "--seed", "random", "--json").document();
        assertThat(second.get("seed")).isNotEqualTo(first.get("seed"));
        assertThat(second.get("counts")).isEqualTo(JsonValue.of(false));
        assertThat(second.get("counting")).isEqualTo(first.get("counting"));
        JsonObject counting = (JsonObject) first.get("counting");
        assertThat(sample(workspace, chance).out())
                .contains(
                        "\nrecorded     this draw does not count: the one of "
                                + counting.string("at")
                                + " by "
                                + counting.string("by")
                                + " does, rate 1.0, seed "
                                + counting.string("seed")
                                + "; --supersede REASON draws again in its place");

        Session over = sample(workspace, "--rate", "1", "--seed", "9", "--supersede", "by mistake");
        assertThat(over.out()).contains("\nrecorded     this is the draw that counts, of ");
    }
}
