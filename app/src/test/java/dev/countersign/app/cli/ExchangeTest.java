// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Two desks and a file between them.
class ExchangeTest {
    @TempDir private Path folder = Path.of("");

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Session take(String file, String... more) {
        String[] words = {"checkpoint", "import", at(file), "--workspace", at("here")};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Session.run(all);
    }

    @Test
    void whatOneDeskHasSeenIsComparedAtTheOther() throws IOException {
        assertThat(Session.run("demo", at("here")).exit()).isZero();
        Session given =
                Session.run("checkpoint", "export", "--workspace", at("here"), "--out", at("seen"));
        assertThat(given.err()).isEmpty();
        List<String> lines = Files.readAllLines(folder.resolve("seen"));
        assertThat(given.out())
                .isEqualTo(lines.size() + " checkpoints written to " + at("seen") + ".\n");

        Session same = take("seen", "--from", "the other desk");
        assertThat(same.exit()).isZero();
        assertThat(same.out())
                .isEqualTo(lines.size() + " checkpoints read, " + lines.size() + " new.\n");

        String line = lines.getFirst();
        String head = Session.object(line).string("head");
        String other = line.replace(String.valueOf(head), "0f".repeat(32));
        Files.writeString(folder.resolve("other"), other + "\n");
        Session against = take("other", "--from", "w1");
        assertThat(against.exit()).isEqualTo(1);
        assertThat(against.out())
                .contains(
                        "SEV-1 " + Session.object(line).string("run_id") + ": witness w1 has seen")
                .contains("head 0f0f0f0f0f0f…");
        Session document = take("other", "--from", "w1", "--json");
        assertThat(Session.list(document.document(), "disagree")).hasSize(1);
        assertThat(Session.run("findings", at("here"), "--json").out())
                .contains("witness_disagrees");
    }

    @Test
    void whatCannotBeTakenInIsSaid() throws IOException {
        assertThat(take("nothing").err()).contains("here is not a workspace: it does not exist");
        assertThat(Session.run("demo", at("here")).exit()).isZero();
        assertThat(take("nothing").err()).contains("does not exist");
        Files.writeString(folder.resolve("empty"), "\n");
        assertThat(take("empty").err()).contains("holds no checkpoint");
        Files.writeString(folder.resolve("other"), "{\"records\": 1}\n");
        assertThat(take("other").err()).contains("is no checkpoint: it needs");
        Files.writeString(folder.resolve("runless"), "{\"records\": 1, \"head\": \"x\"}\n");
        assertThat(take("runless").err()).contains("does not say which run it is about");
        assertThat(take("runless").exit()).isEqualTo(2);
    }
}
