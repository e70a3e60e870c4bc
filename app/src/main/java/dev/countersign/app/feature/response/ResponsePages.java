// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ActText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.ResponseText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.signing.Act;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What the sheet says of a response.
final class ResponsePages {
    private static final int LONGEST = 1_000;

    private final ResponseViewModel model;
    private final ZoneId viewer;

    ResponsePages(ResponseViewModel model, ZoneId viewer) {
        this.model = model;
        this.viewer = viewer;
    }

    Node reading(ResponseState.Reading state) {
        return page(
                "response-reading",
                List.of(title("Reading the response"), path(state.file()), bar()),
                button("Close", Feather.X, "response-close", model::close));
    }

    Node refused(ResponseState.Refused state) {
        return page(
                "response-refused",
                List.of(
                        head(Mark.FAILED, ResponseText.REFUSED),
                        path(state.file()),
                        foreign(state.sentence())),
                accent(button("Close", Feather.X, "response-close", model::close)));
    }

    Node importing(ResponseOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        parts.add(bar());
        return page("response-importing", parts);
    }

    Node asking(ResponseOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        if (offer.obstacles().isEmpty()) {
            parts.add(Boxes.prose(ResponseText.meaning(offer.act())));
            return page(
                    "response-asking",
                    parts,
                    accent(button("Import", Feather.CHECK, "response-import", model::accept)),
                    button("Close", Feather.X, "response-close", model::close));
        }
        VBox against = Boxes.column("section", Boxes.label("Not imported", "section-title"));
        against.setId("response-obstacles");
        offer.obstacles().forEach(o -> against.getChildren().add(line(o.sentence())));
        parts.add(against);
        return page(
                "response-obstructed",
                parts,
                accent(button("Close", Feather.X, "response-close", model::close)));
    }

    private List<Node> about(ResponseOffer offer) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "For the run", foreign(offer.response().runId(), "mono"));
        FactGrid.add(facts, "which is at", path(offer.run()));
        FactGrid.add(facts, "after record", foreign(offer.response().head(), "mono"));
        Act act = offer.act();
        if (act != null && !act.why().isEmpty()) {
            FactGrid.add(facts, "Why", foreign("“" + act.why() + "”"));
        }
        ActVerdict verdict = offer.verdict();
        if (verdict != null && verdict.signature() != null) {
            FactGrid.add(facts, "Signed by", foreign(ActText.signer(verdict.signature(), viewer)));
        }
        FactGrid.add(facts, "From", path(offer.file()));
        return List.of(
                head(
                        offer.obstacles().isEmpty() ? Mark.NOTE : Mark.FAILED,
                        ResponseText.what(act, offer.person())),
                marks(verdict),
                facts);
    }

    private static Node marks(@Nullable ActVerdict verdict) {
        if (verdict == null) {
            return VerdictMark.inline(Mark.OPEN, ResponseText.UNCHECKED);
        }
        return Boxes.row(
                "sign-marks",
                VerdictMark.inline(mark(verdict.signed()), ActText.signature(verdict.signed())),
                VerdictMark.inline(mark(verdict.trusted()), ActText.trust(verdict.trusted())),
                VerdictMark.inline(mark(verdict.allowed()), ActText.policy(verdict.allowed())));
    }

    private static Mark mark(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> Mark.VERIFIED;
            case Judgement.Failed _ -> Mark.FAILED;
            case Judgement.Unchecked _ -> Mark.OPEN;
        };
    }

    private static Node line(String sentence) {
        Label words = foreign(sentence);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row =
                Boxes.row("sign-line", VerdictMark.shape(Mark.FAILED, "Stands against it"), words);
        row.getStyleClass().add(Mark.FAILED.styleClass());
        return row;
    }

    private static Node head(Mark mark, String headline) {
        Label title = title(headline);
        return Boxes.row("message-head", VerdictMark.tile(mark, headline), title);
    }

    private static Label title(String headline) {
        Label title = Boxes.prose(headline, "headline");
        title.setId("response-headline");
        return title;
    }

    private static Label foreign(String text, String... styles) {
        return Boxes.prose(Foreign.cut(Foreign.visible(text), LONGEST), styles);
    }

    private static Label path(Path path) {
        return foreign(path.toString(), "mono");
    }

    private static Node bar() {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Under way");
        return bar;
    }

    private static Button button(String text, Ikon icon, String id, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Button accent(Button button) {
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    /// The buttons stay in sight below what is scrolled.
    private static Node page(String id, List<Node> parts, Button... buttons) {
        var scroll = new ScrollPane(Boxes.column("sign-result", parts.toArray(Node[]::new)));
        scroll.getStyleClass().add("sign-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = Boxes.column("response-page", scroll);
        if (buttons.length > 0) {
            HBox row = Boxes.row("sign-buttons", buttons);
            page.getChildren().add(Boxes.column("sign-footer", row));
        }
        page.setId(id);
        VBox.setVgrow(page, Priority.ALWAYS);
        return page;
    }
}
