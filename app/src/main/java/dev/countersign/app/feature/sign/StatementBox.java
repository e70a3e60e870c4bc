// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.JsonFacts;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.SigningRequest;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What exactly is signed: the head, the artifacts, and the whole statement, to be read or byte by
/// byte.
final class StatementBox {
    private static final int MOST = 20;
    private static final int LONGEST = 50_000;

    private final ZoneId viewer;
    private final TextClipboard clipboard;
    private final VBox root = Boxes.column("section");
    private final VBox statement = Boxes.column("sign-statement");
    private final ToggleButton whole = new ToggleButton();
    private final ToggleButton bytes = new ToggleButton("Exact bytes");
    private final ToggleButton read = new ToggleButton("To read");
    private @Nullable SigningRequest request;

    StatementBox(SignSubject subject, ZoneId viewer, TextClipboard clipboard) {
        this.viewer = viewer;
        this.clipboard = clipboard;
        root.setId("sign-what");
        var icon = new FontIcon(Feather.CHEVRON_RIGHT);
        whole.setText("The whole statement");
        whole.setGraphic(icon);
        whole.setId("sign-whole");
        whole.getStyleClass().addAll("flat", "disclosure");
        whole.selectedProperty()
                .subscribe(open -> {
                    icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
                    statement.setVisible(open);
                    statement.setManaged(open);
                    fill();
                });
        bytes.setId("sign-bytes");
        var group = new ToggleGroup();
        for (ToggleButton one : List.of(read, bytes)) {
            one.setToggleGroup(group);
            one.getStyleClass().add("run-tab");
            one.setOnAction(e -> {
                one.setSelected(true);
                fill();
            });
        }
        read.setSelected(true);
        root.getChildren()
                .setAll(
                        Boxes.label("What you sign", "section-title"),
                        facts(subject),
                        whole,
                        statement);
    }

    Node root() {
        return root;
    }

    private GridPane facts(SignSubject subject) {
        GridPane grid = FactGrid.empty();
        switch (subject) {
            case SignSubject.OfRun(RunSnapshot run, _) -> {
                add(grid, "Head", digest("head", subject.head()));
                add(grid, "Artifacts", artifacts(run));
            }
            case SignSubject.OfFinding(FindingFacts finding, _, _, _) -> {
                add(grid, "Finding", Boxes.prose(finding.id(), "mono"));
                add(grid, "Its hash", digest("hash of the finding", subject.head()));
            }
            case SignSubject.OfResults results -> {
                add(grid, "Results", digest("SHA-256 of the results", subject.head()));
                add(grid, "Kept in", new PathLabel("the results", results.kept(), clipboard::put));
                add(grid, "Made with", Boxes.prose(results.results().basis().tool()));
                add(
                        grid,
                        "Policy",
                        digest("SHA-256 of the policy", results.results().basis().policySha256()));
            }
            case SignSubject.OfSample sample -> {
                add(grid, "Draw", digest("entry of the draw", subject.head()));
                add(
                        grid,
                        "Population",
                        digest(
                                "SHA-256 of the population",
                                sample.coverage().population().sha256()));
            }
        }
        return grid;
    }

    private Node artifacts(RunSnapshot run) {
        List<Artifact> artifacts =
                run.artifacts().artifacts().stream().filter(a -> a.recorded() != null).toList();
        VBox files = Boxes.column("sign-files");
        for (Artifact artifact : artifacts.subList(0, Math.min(MOST, artifacts.size()))) {
            files.getChildren().add(Boxes.prose(Foreign.visible(artifact.name()), "mono"));
            String sha256 = artifact.sha256();
            files.getChildren()
                    .add(
                            sha256 == null
                                    ? Boxes.prose("not here", "muted")
                                    : digest(artifact.name(), sha256));
        }
        if (artifacts.size() > MOST) {
            String more = "and " + Numbers.grouped(artifacts.size() - MOST) + " more";
            files.getChildren().add(Boxes.label(more, "muted"));
        }
        return artifacts.isEmpty() ? Boxes.label("none", "muted") : files;
    }

    private static void add(GridPane grid, String name, Node value) {
        FactGrid.add(grid, name, value);
    }

    private Node digest(String name, String digest) {
        return digest.isEmpty()
                ? Boxes.label("none", "muted")
                : DigestLabel.whole(name, digest, clipboard::put);
    }

    /// Shows another statement; null while something stands against it.
    void show(@Nullable SigningRequest wanted) {
        request = wanted;
        fill();
    }

    private void fill() {
        if (!whole.isSelected()) {
            return;
        }
        SigningRequest shown = request;
        if (shown == null) {
            statement
                    .getChildren()
                    .setAll(
                            Boxes.prose(
                                    "It is made as soon as nothing is missing and there is no"
                                            + " obstacle.",
                                    "muted"));
            return;
        }
        Node content =
                bytes.isSelected()
                        ? raw(shown)
                        : new JsonFacts(untimed(shown.statement().value()), viewer, clipboard::put);
        statement.getChildren().setAll(Boxes.row("buttons", read, bytes), content);
    }

    private static Node raw(SigningRequest shown) {
        String text = new String(shown.statement().bytes(), StandardCharsets.US_ASCII);
        var area = new TextArea(Foreign.cut(text, LONGEST));
        area.setId("sign-raw");
        area.getStyleClass().add("raw-area");
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(8);
        area.setAccessibleText("The statement, byte by byte");
        return Boxes.column(
                "section",
                area,
                Boxes.prose("ts becomes the moment you sign; all else stays.", "muted"));
    }

    /// The time of the record is that of the signature, which is to come; artifacts are listed by
    /// their exact names above.
    private static JsonObject untimed(JsonObject value) {
        List<Member> members = new ArrayList<>();
        for (Member member : value.members()) {
            members.add(
                    switch (member.key()) {
                        case "ts" -> new Member("ts", JsonValue.of("the moment you sign"));
                        case "artifacts" -> new Member("artifacts", JsonValue.of("as above"));
                        default -> member;
                    });
        }
        return new JsonObject(members);
    }
}
