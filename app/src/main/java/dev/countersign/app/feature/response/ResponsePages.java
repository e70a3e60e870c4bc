// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ActText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.ResponseText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.signing.Act;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the sheet says of a response.
final class ResponsePages {
    private static final int LONGEST = 1_000;
    private static final String HEADLINE = "response-headline";

    private final ResponseViewModel model;
    private final ZoneId viewer;
    private final Consumer<String> copy;

    ResponsePages(ResponseViewModel model, ZoneId viewer, Consumer<String> copy) {
        this.model = model;
        this.viewer = viewer;
        this.copy = copy;
    }

    Node reading(ResponseState.Reading state) {
        return SheetParts.page(
                "response-reading",
                List.of(
                        SheetParts.title("Reading the response", HEADLINE),
                        path(state.file()),
                        SheetParts.bar("Under way")),
                SheetParts.button("Close", Feather.X, "response-close", model::close));
    }

    Node refused(ResponseState.Refused state) {
        return SheetParts.page(
                "response-refused",
                List.of(
                        SheetParts.head(Mark.FAILED, ResponseText.REFUSED, HEADLINE),
                        path(state.file()),
                        foreign(state.sentence())),
                SheetParts.accent(
                        SheetParts.button("Close", Feather.X, "response-close", model::close)));
    }

    Node importing(ResponseOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        parts.add(SheetParts.bar("Under way"));
        return SheetParts.page("response-importing", parts);
    }

    Node asking(ResponseOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        if (offer.obstacles().isEmpty()) {
            parts.add(Boxes.prose(ResponseText.meaning(offer.act())));
            return SheetParts.page(
                    "response-asking",
                    parts,
                    SheetParts.accent(
                            SheetParts.button(
                                    "Import", Feather.CHECK, "response-import", model::accept)),
                    SheetParts.button("Close", Feather.X, "response-close", model::close));
        }
        parts.add(1, against(offer));
        return SheetParts.page(
                "response-obstructed",
                parts,
                SheetParts.accent(
                        SheetParts.button("Close", Feather.X, "response-close", model::close)));
    }

    /// Why it is not imported, and what to ask for.
    private static VBox against(ResponseOffer offer) {
        VBox against = Boxes.column("section");
        against.setId("response-obstacles");
        Mark mark = offer.imported() ? Mark.NOTE : Mark.FAILED;
        offer.obstacles().forEach(o -> against.getChildren().add(line(mark, o.sentence())));
        if (offer.altered()) {
            String signer = offer.signer();
            String other = ResponseText.otherSigner(signer, offer.person());
            if (!other.isEmpty()) {
                against.getChildren().add(line(Mark.FAILED, other));
            }
            against.getChildren().add(foreign(ResponseText.askFor(signer)));
        }
        return against;
    }

    private List<Node> about(ResponseOffer offer) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Run", foreign(offer.response().runId(), "mono"));
        FactGrid.add(facts, "Its folder", new PathLabel("the run", offer.run(), copy));
        FactGrid.add(
                facts,
                "After record",
                new DigestLabel("hash of the record", offer.response().head(), copy));
        Act act = offer.act();
        if (act != null && !act.why().isEmpty()) {
            FactGrid.add(facts, "Why", foreign("“" + act.why() + "”"));
        }
        ActVerdict verdict = offer.verdict();
        if (verdict != null && verdict.signature() != null) {
            FactGrid.add(facts, "Signed by", foreign(ActText.signer(verdict.signature(), viewer)));
        }
        FactGrid.add(facts, "Response", new PathLabel("the response", offer.file(), copy));
        boolean stands = offer.obstacles().isEmpty() || offer.imported();
        return List.of(
                stands
                        ? SheetParts.head(
                                Mark.NOTE, ResponseText.what(act, offer.person()), HEADLINE)
                        : SheetParts.head(
                                Mark.FAILED,
                                ResponseText.notImported(act, offer.person()),
                                HEADLINE),
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

    private static Node line(Mark mark, String sentence) {
        Label words = foreign(sentence);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Boxes.row("sign-line", VerdictMark.shape(mark, "Obstacle"), words);
        row.getStyleClass().add(mark.styleClass());
        return row;
    }

    private static Label foreign(String text, String... styles) {
        return Boxes.prose(Foreign.cut(Foreign.visible(text), LONGEST), styles);
    }

    private static Label path(Path path) {
        return Boxes.path(path);
    }
}
