// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CompareTest {
    @TempDir private Path folder = Path.of("");
    private final GeneratedLog log = LogGenerator.generate(ChainFormat.A, 20, 5);

    private String file(String name, GeneratedLog content) throws IOException {
        return Files.write(folder.resolve(name), content.toBytes()).toString();
    }

    @Test
    void aContinuationIsNothingNegative() throws IOException {
        Session session = Session.run("compare", file("a", log), file("b", log.without(12, 20)));
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .startsWith(
                        "This log is a continuation of the other: it has all of its 12 records and"
                                + " 8 more.\n");
    }

    @Test
    void anEditIsShownWithItsFieldAndWhoAgreesWithTheCheckpoint() throws IOException {
        String original = file("b", log);
        String edited = file("a", log.edit(9, r -> r.with("step", "other")).rebuilt(9));
        String checkpoint = folder.resolve("c").toString();
        assertThat(Session.run("checkpoint", original, "--out", checkpoint).exit()).isZero();
        Session session = Session.run("compare", edited, original, "--checkpoint", checkpoint);
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .contains("The logs differ from record 9 (line 10) on: 1 record says something")
                .contains("this log disagrees, the other agrees.")
                .contains("The evidence contradicts this log, and not the other.")
                .contains("    /step: \"other\" here, \"")
                .contains("record 10 (line 11): 10 records say the same, but for the hash");
    }

    @Test
    void aCopyThatOnlyKeptItsHashesIsNotCalledAgreeing() throws IOException {
        String original = file("b", log);
        String edited = file("a", log.edit(9, r -> r.with("step", "other")));
        String checkpoint = folder.resolve("c").toString();
        assertThat(Session.run("checkpoint", original, "--out", checkpoint).exit()).isZero();
        Session told = Session.run("compare", edited, original, "--checkpoint", checkpoint);
        assertThat(told.out())
                .contains(
                        "(20 records): this log has its head stored, but is broken up to there"
                                + " (first at record 9), the other agrees.")
                .contains("The evidence contradicts this log, and not the other.");
        Session json =
                Session.run("compare", original, edited, "--checkpoint", checkpoint, "--json");
        JsonObject stand = (JsonObject) Session.list(json.document(), "checkpoints").getFirst();
        assertThat(stand.text())
                .contains(
                        "\"here\": \"match\", \"here_broken_at\": null,"
                                + " \"here_bytes_differ\": false")
                .contains("\"there\": \"broken_before\", \"there_broken_at\": 9");
        assertThat(Session.run("compare", edited, edited, "--checkpoint", checkpoint).exit())
                .as("the same, and neither is what was seen")
                .isEqualTo(1);
    }

    @Test
    void aFieldOutsideTheHashIsToldByTheBytesOfTheCheckpoint() throws IOException {
        GeneratedLog trail = LogGenerator.generate(ChainFormat.B, 6, 2);
        String original = file("b", trail);
        String edited = file("a", trail.edit(2, r -> r.with("ip_address", "10.9.9.9")));
        String checkpoint = folder.resolve("c").toString();
        assertThat(Session.run("checkpoint", original, "--out", checkpoint).exit()).isZero();
        Session told = Session.run("compare", edited, original, "--checkpoint", checkpoint);
        assertThat(told.out())
                .contains(
                        "this log agrees in all that is hashed, but not in its bytes (spelling, or"
                                + " a field outside the hash), the other agrees.")
                .contains("The evidence contradicts this log, and not the other.");
    }

    @Test
    void theDocumentHasRunsChangesAndProofs() throws IOException {
        String original = file("b", log);
        String edited = file("a", log.editSealed(9, r -> r.with("step", "other")));
        Session session = Session.run("compare", edited, original, "--json");
        assertThat(session.exit()).isEqualTo(1);
        JsonObject document = session.document();
        assertThat(document.string("relation")).isEqualTo("edited");
        assertThat(document.string("doubt")).isEqualTo("here");
        assertThat(Session.list(document, "runs")).hasSize(3);
        assertThat(Session.list(document, "changes").getFirst().text())
                .contains("\"pointer\": \"/step\"")
                .contains("\"covered\": true");
        assertThat(Session.list(document, "proofs").getFirst().text())
                .contains("\"category\": \"record_rewritten\", \"record\": 9");
    }

    @Test
    void differentFormatsAreAnAnswer() throws IOException {
        String trail = file("b", LogGenerator.generate(ChainFormat.B, 5, 1));
        Session session = Session.run("compare", file("a", log), trail, "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("relation")).isEqualTo("different_formats");
    }

    @Test
    void whatIsNotThereCannotBeCompared() throws IOException {
        Session session = Session.run("compare", file("a", log), folder + "/nothing");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("does not exist");
        assertThat(Session.run("compare", file("a", log)).exit()).isEqualTo(2);
    }
}
