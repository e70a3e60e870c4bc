// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.RecordText;

import java.nio.charset.StandardCharsets;

/// What a record says and which of it is hashed, in words.
public final class HashedText {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_VALUE = 400;

    private HashedText() {}

    /// Above the fields.
    public static String fieldsTitle(RecordText text) {
        long covered = text.fields().stream().filter(RecordText.Field::covered).count();
        return "Fields: "
                + Numbers.grouped(covered)
                + " under the hash, "
                + Numbers.grouped(text.fields().size() - covered)
                + " not";
    }

    /// Above the canonical bytes.
    public static String bytesTitle(RecordText text) {
        int bytes = text.hashed().getBytes(StandardCharsets.UTF_8).length;
        return "The " + Numbers.count(bytes, "byte") + " that were hashed";
    }

    /// Above a line that is no record.
    public static String lineTitle(RecordText text) {
        return text.whole() ? "The line" : "The beginning of the line";
    }

    /// Whether a field is under the hash, in one word.
    public static String mark(RecordText.Field field) {
        return field.covered() ? "hashed" : "not hashed";
    }

    /// A field's name.
    public static String name(RecordText.Field field) {
        return Quotes.line(field.name());
    }

    /// A field's value as the line spells it.
    public static String value(RecordText.Field field) {
        return Foreign.cut(Foreign.visible(field.value()), LONGEST_VALUE);
    }

    /// Foreign text at length.
    public static String line(String text) {
        return Foreign.cut(Foreign.visible(text), LONGEST);
    }
}
