// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;
import dev.countersign.core.testkit.SlowJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `recover` as scripts and people see it.
class RecoverTest {
    private static final int AT = 3;

    private final GeneratedLog log = LogGenerator.generate(ChainFormat.A, 6, 11);

    @TempDir Path folder;

    private String file(GeneratedLog edited) throws IOException {
        return Files.write(folder.resolve("log.jsonl"), edited.toBytes()).toString();
    }

    private GeneratedLog edited() {
        return log.edit(AT, r -> r.with("added", "later"));
    }

    @Test
    void theOriginalIsADocument() throws IOException {
        Session session = Session.run("recover", file(edited()), "--json");

        JsonObject document = session.document();
        assertThat(session.exit()).isZero();
        assertThat(document.members().stream().map(JsonValue.Member::key).limit(6))
                .containsExactly("record", "found", "original", "how", "tried", "per_second");
        assertThat(document.get("record")).isEqualTo(JsonValue.of(AT));
        assertThat(document.get("found")).isEqualTo(JsonValue.of(true));
        assertThat(document.get("original"))
                .isEqualTo(Session.object(SlowJson.line(log.record(AT))));
        assertThat(document.string("how")).isEqualTo("a field was put in");
        assertThat(document.string("hash")).isEqualTo(log.hash(AT));
    }

    @Test
    void peopleReadWhatItWasAndThatItIsProven() throws IOException {
        Session session = Session.run("recover", file(edited()), "--record", "3");

        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .startsWith("Record 3: a field was put in. This is the text the hash was made from")
                .contains("added: was (no such field), stands as \"later\"")
                .contains("The log was left as it is.");
    }

    @Test
    void theOriginalIsWrittenElsewhereAndTheLogIsLeftAlone() throws IOException {
        String path = file(edited());
        Path out = folder.resolve("original.json");

        Session session = Session.run("recover", path, "--out", out.toString());

        assertThat(session.exit()).isZero();
        assertThat(Files.readString(out)).isEqualTo(SlowJson.line(log.record(AT)) + "\n");
        assertThat(Path.of(path)).hasBinaryContent(edited().toBytes());
    }

    @Test
    void theLogIsNeverTheOutput() throws IOException {
        String path = file(edited());

        Session session = Session.run("recover", path, "--out", path);

        assertThat(session.exit()).isEqualTo(2);
        assertThat(Path.of(path)).hasBinaryContent(edited().toBytes());
    }

    @Test
    void anIntactLogHasNothingToSearchFor() throws IOException {
        Session session = Session.run("recover", file(log), "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().get("found")).isEqualTo(JsonValue.of(false));
        assertThat(session.document().string("message")).contains("If the chain was rebuilt");
    }

    @Test
    void aRebuiltChainIsNotSearched() throws IOException {
        GeneratedLog rebuilt = edited().rebuilt(AT);

        Session session = Session.run("recover", file(rebuilt), "--record", "3", "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().get("tried")).isEqualTo(JsonValue.of(0));
    }

    @Test
    void aMissIsNegativeAndSaysHowMuchWasTried() throws IOException {
        GeneratedLog lost = log.edit(AT, r -> r.with("detail", "gone with all it said"));

        Session session = Session.run("recover", file(lost), "--seconds", "1", "--json");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("message"))
                .contains("the original was not found")
                .contains("the time was up");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        assertThat(Session.run("recover").exit()).isEqualTo(2);
        assertThat(Session.run("recover", file(log), "--seconds", "soon").exit()).isEqualTo(2);
        assertThat(Session.run("recover", folder.resolve("none").toString()).exit()).isEqualTo(2);
        assertThat(Session.run("recover", folder.toString()).exit()).isEqualTo(2);
    }
}
