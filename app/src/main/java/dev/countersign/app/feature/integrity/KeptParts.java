// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.AdviceText;
import dev.countersign.app.text.FindingText;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.workspace.Finding;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the workspace has found about the log, with the way to it; where none is kept, that.
final class KeptParts {
    private final @Nullable Consumer<String> open;

    /// @param open shows a finding; null where none are shown
    KeptParts(@Nullable Consumer<String> open) {
        this.open = open;
    }

    /// @param broken whether a finding is to be expected
    /// @param viewer the time zone of whoever reads it
    List<Node> of(@Nullable Kept kept, boolean broken, ZoneId viewer) {
        List<Node> lines = new ArrayList<>();
        switch (kept) {
            case null -> {}
            case Kept.Nowhere nowhere -> {
                if (broken) {
                    lines.add(Boxes.prose(nowhere.why(), "muted"));
                }
            }
            case Kept.Here here -> {
                here.findings().forEach(finding -> add(lines, finding, viewer));
                if (broken && lines.isEmpty()) {
                    lines.add(Boxes.prose(AdviceText.NOT_FOUND_YET, "muted"));
                }
            }
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(Boxes.section("What is on file", lines.toArray(Node[]::new)));
    }

    private void add(List<Node> lines, Finding finding, ZoneId viewer) {
        Consumer<String> way = open;
        String words =
                finding.severityWord()
                        + ": "
                        + (SeenText.against(List.of(finding)).isEmpty()
                                ? FindingText.sentence(finding.kind()) + "."
                                : SeenText.sentence(finding, viewer));
        lines.add(Boxes.prose(words));
        if (way != null) {
            Button link =
                    Boxes.button(
                            "Finding " + finding.id(),
                            "",
                            Feather.FLAG,
                            () -> way.accept(finding.id()));
            link.setId("finding-" + finding.kind().word());
            link.setAccessibleText(link.getText() + ", " + words);
            lines.add(Boxes.row("buttons", link));
        }
    }
}
