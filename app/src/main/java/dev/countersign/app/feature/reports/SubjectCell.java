// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.TallCell;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A run or a resource that can be picked.
final class SubjectCell extends TallCell<Subject> {
    private final Label name = Boxes.prose("", "cell-first", "mono");
    private final Label detail = Boxes.prose("", "cell-second", "muted");
    private final VBox lines = Boxes.column("cell-lines", name, detail);

    @Override
    protected Region content(Subject subject) {
        name.setText(subject.name());
        detail.setText(subject.detail());
        return lines;
    }

    @Override
    protected String spoken(Subject subject) {
        return subject.name() + ", " + subject.detail();
    }
}
