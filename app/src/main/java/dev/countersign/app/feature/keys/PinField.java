// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import javafx.scene.control.PasswordField;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/// A field for a PIN. What is typed leaves it once, as characters that are wiped after use.
final class PinField extends PasswordField {
    PinField(String id, String prompt) {
        setId(id);
        setPromptText(prompt);
        setAccessibleText(prompt);
    }

    /// Hands out what was typed, wipes the copy, and empties the field.
    void take(Consumer<char[]> use) {
        char[] secret = typed();
        clear();
        try {
            use.accept(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// Hands out what was typed so far, and wipes the copy.
    <T> T lend(Function<char[], T> use) {
        char[] secret = typed();
        try {
            return use.apply(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// Whether the same was typed into another one.
    boolean same(PinField other) {
        char[] mine = typed();
        char[] others = other.typed();
        boolean same = Arrays.equals(mine, others);
        Arrays.fill(mine, '\0');
        Arrays.fill(others, '\0');
        return same;
    }

    private char[] typed() {
        CharSequence typed = getCharacters();
        char[] secret = new char[typed.length()];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = typed.charAt(i);
        }
        return secret;
    }
}
