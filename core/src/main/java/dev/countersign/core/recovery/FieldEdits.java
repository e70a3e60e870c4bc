// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.recovery.CanonicalText.Scalar;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Other values for one field: fixed words, what other records say there, case, forms, white space,
/// kinds.
final class FieldEdits {
    private static final int LONGEST = 4_096;

    private final CanonicalText text;
    private final Spelling spelling;
    private final Vocabulary vocabulary;
    private final List<Scalar> open;

    /// @param open the values that may have been edited
    FieldEdits(CanonicalText text, Spelling spelling, Vocabulary vocabulary, List<Scalar> open) {
        this.text = text;
        this.spelling = spelling;
        this.vocabulary = vocabulary;
        this.open = open;
    }

    List<Edit> fixedWords() {
        List<Edit> edits = new ArrayList<>();
        List<String> fixed = FixedWords.all();
        for (Scalar scalar : open) {
            if (scalar.isString()) {
                fixed.forEach(word -> string(edits, scalar, word));
            } else {
                for (String word : List.of("true", "false", "null", "0", "1")) {
                    literal(edits, scalar, word);
                }
            }
        }
        return edits;
    }

    List<Edit> sameField() {
        List<Edit> edits = new ArrayList<>();
        for (CanonicalText.Members object : text.objects()) {
            for (CanonicalText.Member member : object.all()) {
                for (JsonValue value : vocabulary.of(member.key())) {
                    add(edits, member.from(), member.to(), spelling.of(value));
                }
            }
        }
        return edits;
    }

    List<Edit> letterCase() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            if (scalar.isString() && scalar.says().length() <= LONGEST) {
                LetterCase.of(scalar.says()).forEach(v -> string(edits, scalar, v));
            }
        }
        return edits;
    }

    List<Edit> unicodeForms() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            if (scalar.isString() && scalar.says().length() <= LONGEST) {
                UnicodeForms.of(scalar.says()).forEach(v -> string(edits, scalar, v));
            }
        }
        return edits;
    }

    List<Edit> whiteSpace() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            if (scalar.isString() && scalar.says().length() <= LONGEST) {
                WhiteSpace.of(scalar.says()).forEach(v -> string(edits, scalar, v));
            }
        }
        return edits;
    }

    /// `1`, `1.0`, `"1"`; a word and its text; nothing and the empty values.
    List<Edit> spellings() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            Set<String> literals = new LinkedHashSet<>(List.of("null", "\"\"", "[]", "{}", "0"));
            String says = scalar.says();
            if (scalar.isString()) {
                literals.add(says.strip());
                literals.add(says.strip() + ".0");
                literals.add(says.strip().toLowerCase(Locale.ROOT));
                literals.add(says.replace(",", ""));
                literals.add(says.replace(",", "."));
                literals.add("[" + says + "]");
            } else {
                numberSpellings(scalar.kind(), says, literals);
            }
            String own = ascii(scalar);
            literals.add("[" + own + "]");
            literals.forEach(literal -> literal(edits, scalar, literal));
        }
        return edits;
    }

    private static void numberSpellings(JsonKind kind, String says, Set<String> literals) {
        literals.add('"' + says + '"');
        literals.add(
                "\"" + says.substring(0, 1).toUpperCase(Locale.ROOT) + says.substring(1) + '"');
        if (kind == JsonKind.INTEGER) {
            literals.add(says + ".0");
            literals.add("\"" + says + ".0\"");
            literals.add("\"" + says + ".00\"");
            literals.add("true");
            literals.add("false");
        } else if (kind == JsonKind.FLOAT) {
            int dot = says.indexOf('.');
            String whole = dot < 0 ? says : says.substring(0, dot);
            literals.add(whole);
            literals.add('"' + whole + '"');
            literals.add("\"" + says + "0\"");
        }
    }

    private String ascii(Scalar scalar) {
        return new String(
                text.bytes(),
                scalar.from(),
                scalar.to() - scalar.from(),
                StandardCharsets.ISO_8859_1);
    }

    /// Every value that occurs anywhere, in every place.
    Generator seen() {
        List<byte[]> texts = new ArrayList<>();
        vocabulary.values().forEach(value -> add(texts, spelling.of(value)));
        vocabulary.words().forEach(word -> add(texts, spelling.string(word)));
        vocabulary.phrases().forEach(phrase -> add(texts, spelling.string(phrase)));
        List<Span> spans = open.stream().map(s -> new Span(s.from(), s.to())).toList();
        return new Everywhere(SearchKind.SEEN_VALUE, spans, texts);
    }

    private static void add(List<byte[]> texts, byte @Nullable [] spelled) {
        if (spelled != null) {
            texts.add(spelled);
        }
    }

    private void string(List<Edit> edits, Scalar scalar, String says) {
        if (!says.equals(scalar.says())) {
            add(edits, scalar.from(), scalar.to(), spelling.string(says));
        }
    }

    private void literal(List<Edit> edits, Scalar scalar, String json) {
        if (json.chars().allMatch(c -> c < 0x80)) {
            add(edits, scalar.from(), scalar.to(), spelling.ofText(json));
        }
    }

    private static void add(List<Edit> edits, int from, int to, byte @Nullable [] spelled) {
        if (spelled != null && edits.size() < Edit.MOST) {
            edits.add(Edit.of(from, to, spelled));
        }
    }
}
