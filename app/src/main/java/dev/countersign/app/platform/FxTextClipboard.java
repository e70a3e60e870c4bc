// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The desktop's clipboard.
public final class FxTextClipboard implements TextClipboard {
    @Override
    public void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
