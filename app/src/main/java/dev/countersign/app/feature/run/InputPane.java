// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.PrettyText;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.ModelExchange;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The payload, what the state says beyond what is known here, and what a model was asked and
/// answered, raw.
final class InputPane {
    private InputPane() {}

    static Node of(RunSnapshot run) {
        VBox page = Parts.column("run-page");
        ModelExchange model = run.model();
        var payload = run.payload();
        if (payload == null) {
            page.getChildren()
                    .add(
                            Parts.section(
                                    "Payload",
                                    Parts.prose(
                                            "There is no payload: it is kept in state.json.",
                                            "muted")));
        } else {
            page.getChildren().add(raw("Payload", PrettyText.of(payload), "payload"));
        }
        JsonObject other = OtherData.of(run);
        if (!other.members().isEmpty()) {
            page.getChildren().add(raw("Other recorded data", PrettyText.of(other), "other-data"));
        }
        if (model == null) {
            page.getChildren()
                    .add(
                            Parts.section(
                                    "Model",
                                    Parts.prose(
                                            "No model's prompt and response are among the"
                                                    + " artifacts.",
                                            "muted")));
            return page;
        }
        page.getChildren()
                .addAll(
                        Parts.prose(
                                "Model "
                                        + Quotes.line(model.model())
                                        + ", temperature "
                                        + Quotes.line(model.temperature())
                                        + ", from "
                                        + Quotes.line(model.artifact()),
                                "muted"),
                        raw("Prompt", model.prompt(), "prompt"),
                        raw("Raw response", model.response(), "response"));
        return page;
    }

    private static Node raw(String title, String text, String id) {
        var area = Parts.raw(title, text);
        area.setId(id);
        return Parts.grow(Parts.section(title, area));
    }
}
