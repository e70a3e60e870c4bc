// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.text.CoverageText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.TimeText;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What is shown where there is no list.
final class FindingsPanes {
    private static final int MOST = 3;

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
                        details(
                                coverage,
                                "No run was read, so there is nothing to say about any. Add a"
                                    + " folder of runs, and what is found in them is listed here."),
                        buttons(add, coverage, actions));
        pane.setId("findings-unchecked");
        return pane;
    }

    static Node none(Coverage coverage, FindingsViewModel model, FindingsActions actions) {
        Button button = Boxes.button("Read again", "F5", Feather.REFRESH_CW, model::refresh);
        button.setId("again");
        boolean gaps = coverage.unread().size() + coverage.missingSources() > 0;
        List<String> details = details(coverage, read(coverage, model.viewer()) + ".");
        details.add(CoverageText.checked());
        Node pane =
                Messages.of(
                        gaps ? Mark.NOTE : Mark.VERIFIED,
                        "No findings",
                        "No findings in what was read",
                        details,
                        buttons(button, coverage, actions));
        pane.setId("findings-none");
        return pane;
    }

    /// What was looked at, what could not be, and why.
    private static List<String> details(Coverage coverage, String first) {
        List<Coverage.Unread> unread = coverage.unread();
        List<String> details = new ArrayList<>();
        details.add(first);
        details.add(CoverageText.gaps(unread.size(), coverage.missingSources()));
        unread.stream().limit(MOST).forEach(run -> details.add(Foreign.visible(run.why())));
        return details;
    }

    /// The second leads to the first run that could not be read.
    private static Button[] buttons(Button first, Coverage coverage, FindingsActions actions) {
        if (coverage.unread().isEmpty()) {
            return new Button[] {first};
        }
        Path run = coverage.unread().getFirst().path();
        Button open =
                Boxes.button(
                        "Open the run that was not read",
                        String.valueOf(run.getFileName()),
                        Feather.FILE_TEXT,
                        () -> actions.openRun().accept(run));
        open.setId("open-unread");
        return new Button[] {first, open};
    }

    static Node failed(String sentence, Runnable again) {
        Node pane =
                Messages.failed(
                        "Not read",
                        "The findings could not be read",
                        sentence,
                        Messages.again("F5", again));
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
