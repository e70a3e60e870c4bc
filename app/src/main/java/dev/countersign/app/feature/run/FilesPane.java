// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.TallCell;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.ArtifactText;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The artifacts against their records.
final class FilesPane {
    private FilesPane() {}

    static Node of(RunSnapshot run, TextClipboard clipboard) {
        var list = new ListView<>(FXCollections.observableList(run.artifacts().artifacts()));
        list.setId("files");
        list.getStyleClass().add("tall-list");
        list.setAccessibleText("Artifacts");
        list.setCellFactory(view -> new Cell(run, clipboard));
        list.setPlaceholder(Parts.prose("No artifact to show.", "muted", "placeholder"));
        VBox page =
                Parts.column(
                        "run-page",
                        Parts.prose(ArtifactText.sentence(run.artifacts()), "muted", "page-lead"),
                        Parts.grow(list));
        page.getStyleClass().add("full");
        return page;
    }

    private static String word(Artifact.State state) {
        return switch (state) {
            case MATCHES -> "As recorded";
            case DIFFERS -> "Another file";
            case MISSING -> "Missing";
            case UNRECORDED -> "Not recorded";
            case NOT_A_FILE -> "Not a file";
        };
    }

    private static final class Cell extends TallCell<Artifact> {
        private final RunSnapshot run;
        private final TextClipboard clipboard;

        Cell(RunSnapshot run, TextClipboard clipboard) {
            this.run = run;
            this.clipboard = clipboard;
        }

        @Override
        protected Region content(Artifact artifact) {
            VBox box =
                    Parts.column(
                            "claim",
                            VerdictMark.inline(
                                    artifact.negative()
                                            ? Mark.FAILED
                                            : Parts.toned(run, Mark.VERIFIED),
                                    word(artifact.state())),
                            Parts.foreign(artifact.name(), "mono"));
            String sha256 = artifact.sha256();
            if (sha256 != null) {
                box.getChildren()
                        .add(
                                Parts.row(
                                        "run-fact",
                                        Parts.label("SHA-256", "fact-name"),
                                        new DigestLabel("SHA-256", sha256, clipboard::put)));
            }
            String recorded = artifact.recorded();
            if (recorded != null && artifact.negative()) {
                box.getChildren()
                        .add(
                                Parts.row(
                                        "run-fact",
                                        Parts.label("Recorded", "fact-name"),
                                        Parts.label(Quotes.whole(recorded), "mono")));
            }
            return box;
        }

        @Override
        protected String spoken(Artifact artifact) {
            return Quotes.line(artifact.name()) + " " + ArtifactText.state(artifact.state());
        }
    }
}
