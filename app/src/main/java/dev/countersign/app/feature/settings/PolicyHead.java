// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.PolicyText;
import dev.countersign.core.policy.Policy;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;

/// What the policy's file says, who confirmed it, and where it is. The version and the hash of a
/// policy that holds no more are not shown beside a file that is not used.
final class PolicyHead {
    private PolicyHead() {}

    static Node of(PolicySheet sheet, SettingsViewModel model, SettingsActions actions) {
        Policy policy = sheet.inForce();
        boolean holds = !(sheet.reading() instanceof PolicySheet.Reading.Invalid);
        GridPane facts = FactGrid.empty();
        if (policy != null && holds) {
            name(facts, policy, actions);
        }
        Path file = sheet.file();
        FactGrid.add(
                facts,
                "File",
                file == null
                        ? Boxes.prose("none: no workspace is open", "muted")
                        : new PathLabel("policy", file, actions.clipboard()::put));
        Label says = Boxes.prose(sentence(sheet));
        says.setId("policy-says");
        var marks = new FlowPane(marks(sheet, policy));
        marks.getStyleClass().add("detail-marks");
        return Cards.card(
                holds ? "Policy in force" : "No policy is in force",
                marks,
                says,
                facts,
                buttons(sheet, model, actions));
    }

    /// Which policy held until its file was changed to something that cannot be used.
    static Node before(Policy policy, SettingsActions actions) {
        GridPane facts = FactGrid.empty();
        name(facts, policy, actions);
        VBox card =
                Cards.card(
                        "The policy that held before",
                        Boxes.prose(
                                "For reference only: this is not what policy.json says now.",
                                "muted"),
                        facts);
        card.setId("policy-before");
        return card;
    }

    private static void name(GridPane facts, Policy policy, SettingsActions actions) {
        FactGrid.add(facts, "Version", Boxes.prose(Foreign.visible(policy.version()), "mono"));
        FactGrid.add(
                facts,
                "SHA-256",
                new DigestLabel("SHA-256", policy.sha256(), actions.clipboard()::put));
    }

    private static Node[] marks(PolicySheet sheet, @Nullable Policy policy) {
        VerdictMark file =
                switch (sheet.reading()) {
                    case PolicySheet.Reading.Absent _ ->
                            VerdictMark.inline(Mark.NOTE, "Built-in default");
                    case PolicySheet.Reading.Valid _ ->
                            VerdictMark.inline(Mark.VERIFIED, "policy.json is valid");
                    case PolicySheet.Reading.Invalid(var problems) ->
                            VerdictMark.inline(
                                    Mark.FAILED,
                                    "policy.json has " + Numbers.count(problems.size(), "problem"));
                };
        file.setId("policy-file-mark");
        if (policy == null || sheet.reading() instanceof PolicySheet.Reading.Invalid) {
            // who confirmed an earlier text has not confirmed this one
            return new Node[] {file};
        }
        VerdictMark standing =
                VerdictMark.inline(
                        policy.assigned() ? Mark.VERIFIED : Mark.NOTE, PolicyText.standing(policy));
        standing.setId("policy-standing");
        return new Node[] {file, standing};
    }

    private static String sentence(PolicySheet sheet) {
        Policy policy = sheet.inForce();
        return switch (sheet.reading()) {
            case PolicySheet.Reading.Absent _ ->
                    "The workspace has no policy.json, so the default that ships with Countersign"
                            + " applies. Until an owner confirms a policy, every clock is marked as"
                            + " default, not assigned. Write policy.json to have a file to change.";
            case PolicySheet.Reading.Valid _ ->
                    policy != null && policy.assigned()
                            ? "The file is in force. To change it, use a text editor,"
                                    + " then read it again."
                            : "The file is in force. No owner has confirmed it: give"
                                    + " “assigned” a name and a day.";
            case PolicySheet.Reading.Invalid _ when policy == null ->
                    "The file is not used, and there is no earlier policy to fall back on: no run"
                            + " is assessed until it is corrected. Deadlines already fixed stay.";
            case PolicySheet.Reading.Invalid _ ->
                    "The file is not used: no run is read until it is corrected. Deadlines already"
                            + " fixed stay.";
        };
    }

    private static Node buttons(
            PolicySheet sheet, SettingsViewModel model, SettingsActions actions) {
        Path file = sheet.file();
        Button reload = Boxes.button("Read again", "F5", Feather.REFRESH_CW, model::refresh);
        reload.setId("reload-policy");
        var row = new FlowPane(reload);
        row.getStyleClass().add("detail-buttons");
        if (file != null && sheet.reading() instanceof PolicySheet.Reading.Absent) {
            Button write =
                    Boxes.button("Write policy.json", "w", Feather.EDIT_3, model::writeDefault);
            write.setId("write-policy");
            row.getChildren().add(write);
        }
        Path folder = file == null ? null : file.getParent();
        if (folder != null) {
            Button open =
                    Boxes.button(
                            "Open its folder",
                            "o",
                            Feather.FOLDER,
                            () -> actions.shower().show(folder));
            open.setId("open-policy-folder");
            row.getChildren().add(open);
        }
        return row;
    }
}
