// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/// Acts that are signed in one place and recorded in another.
class ResponsesTest extends ActsDesk {
    @Test
    void aResponseIsImportedWhereTheRunLives() throws Exception {
        Path response = folder.resolve("response.json");
        Session signed = act("approve", "ann@example.com", "--response", response.toString());
        assertThat(signed.document().get("head_after").text()).isEqualTo("null");
        assertThat(Session.run("show", run.toString(), "--json").document().string("head"))
                .isEqualTo(head);

        Session imported =
                Session.run("import-response", response.toString(), run.toString(), "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.document().string("head_before")).isEqualTo(head);
        assertThat(verdict().string("signature")).isEqualTo("verified");

        Session again = Session.run("import-response", response.toString(), run.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("not imported: Already imported: record 13.");
    }

    @Test
    void ofARunInABundleOnlyAResponseIsMade() throws Exception {
        Path lives = run;
        Path bundle = folder.resolve("b.zip");
        Session.run("bundle", "create", run.toString(), "--out", bundle.toString());
        byte[] before = Files.readAllBytes(bundle);
        run = bundle;
        assertThat(act("approve", "ann@example.com"))
                .isEqualTo(
                        Session.refused(
                                bundle
                                        + " lies in a bundle, which nothing is written to: give"
                                        + " --response FILE, and import that where the run"
                                        + " lives."));
        Path response = folder.resolve("response.json");
        Session signed =
                act("approve", "ann@example.com", "--run", RUN, "--response", response.toString());
        assertThat(signed.exit()).as(signed.err()).isZero();
        assertThat(Files.readAllBytes(bundle)).isEqualTo(before);
        run = lives;
        Session imported =
                Session.run("import-response", response.toString(), run.toString(), "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(verdict().string("signature")).isEqualTo("verified");
    }

    @Test
    void inAnUnpackedBagNothingIsSignedIntoTheLogEither() {
        Path bag = folder.resolve("bag");
        Session.run("bundle", "create", run.toString(), "--out", bag.toString());
        run = bag.resolve("data/runs").resolve(RUN);
        Session session = act("approve", "ann@example.com");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("lies in a bundle").hasLineCount(1);
        assertThat(Session.run("bundle", "verify", bag.toString()).exit()).isZero();
    }

    @Test
    void aResponseForAnotherRunIsRefused() throws Exception {
        Path response = folder.resolve("response.json");
        act("approve", "ann@example.com", "--response", response.toString());
        Path other = copy("change-approval-0155cb2f963b");
        Session session = Session.run("import-response", response.toString(), other.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("The response was made for " + RUN).hasLineCount(1);
    }
}
