// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Quotes;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// A digest in monospace, its middle left out, with a button that copies all of it.
public final class DigestLabel extends HBox {
    private static final int START = 12;
    private static final int END = 8;

    /// @param name what it is the digest of, for readers of the screen
    /// @param digest all of it
    /// @param copy where a copy goes
    public DigestLabel(String name, String digest, Consumer<String> copy) {
        this(name, digest, false, copy);
    }

    private DigestLabel(String name, String digest, boolean whole, Consumer<String> copy) {
        getStyleClass().add("digest-label");
        setAlignment(Pos.CENTER_LEFT);
        String shown = Quotes.whole(digest);
        var text = new Label(whole ? shown : shortened(shown));
        text.getStyleClass().add("mono");
        text.setMinWidth(USE_PREF_SIZE);
        text.setTooltip(new Tooltip(shown));
        text.setAccessibleText(name + " " + shown);
        getChildren().addAll(text, new CopyButton(name, digest, copy));
    }

    /// Nothing of it left out.
    public static DigestLabel whole(String name, String digest, Consumer<String> copy) {
        return new DigestLabel(name, digest, true, copy);
    }

    /// Whether two digests still differ with their middles left out: an edit may be there.
    public static boolean toldApart(@Nullable String one, @Nullable String other) {
        return one == null || other == null || !shortened(one).equals(shortened(other));
    }

    private static String shortened(String digest) {
        return digest.length() <= START + END + 1
                ? digest
                : digest.substring(0, START) + "…" + digest.substring(digest.length() - END);
    }
}
