// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.text.CoverageText;
import dev.countersign.app.text.TimeText;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What is shown where there is no list.
final class FindingsPanes {
    private FindingsPanes() {}

    static Node loading() {
        Node pane = Messages.of(Mark.OPEN, "Reading", "Reading the findings…", List.of());
        pane.setId("findings-loading");
        return pane;
    }

    static Node unchecked(Coverage coverage, FindingsActions actions) {
        Button add =
                Boxes.button(
                        "Add a folder of runs…",
                        "Ctrl+Shift+O",
                        Feather.FOLDER_PLUS,
                        actions.addSource());
        add.setId("add-source");
        add.getStyleClass().add(Styles.ACCENT);
        Node pane =
                Messages.of(
                        Mark.OPEN,
                        "Not checked",
                        "Nothing was checked yet",
                        List.of(
                                "No run was read, so there is nothing to say about any. Add a"
                                    + " folder of runs, and what is found in them is listed here.",
                                CoverageText.gaps(
                                        coverage.unreadable(), coverage.missingSources())),
                        add);
        pane.setId("findings-unchecked");
        return pane;
    }

    static Node none(Coverage coverage, ZoneId viewer, Runnable again) {
        Button button = Boxes.button("Read again", "F5", Feather.REFRESH_CW, again);
        button.setId("again");
        boolean gaps = coverage.unreadable() + coverage.missingSources() > 0;
        Node pane =
                Messages.of(
                        gaps ? Mark.NOTE : Mark.VERIFIED,
                        "No findings",
                        "No findings in what was read",
                        List.of(
                                read(coverage, viewer) + ".",
                                CoverageText.gaps(coverage.unreadable(), coverage.missingSources()),
                                CoverageText.checked()),
                        button);
        pane.setId("findings-none");
        return pane;
    }

    static Node failed(String sentence, Runnable again) {
        Button button = Boxes.button("Try again", "F5", Feather.REFRESH_CW, again);
        button.setId("again");
        button.getStyleClass().add(Styles.ACCENT);
        Node pane =
                Messages.of(
                        Mark.MALFORMED,
                        "Not read",
                        "The findings could not be read",
                        List.of(sentence),
                        button);
        pane.setId("findings-failed");
        return pane;
    }

    /// `24 runs were read, last at 2026-11-21 03:55`.
    static String read(Coverage coverage, ZoneId viewer) {
        Instant at = coverage.at();
        return CoverageText.read(
                coverage.runs(),
                at == null ? "a time that is not known" : TimeText.local(at.atZone(viewer)));
    }
}
