// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.recovery.CanonicalText.Scalar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Words and phrases of longer texts, exchanged, lost or added.
final class WordEdits {
    private static final int LONGEST_RUN = 4;
    private static final int MOST_SPANS = 4_000;

    private final byte[] base;
    private final Spelling spelling;
    private final Vocabulary vocabulary;
    private final Set<Span> words = new LinkedHashSet<>();
    private final Set<Span> runs = new LinkedHashSet<>();
    private final List<Span> starts = new ArrayList<>();
    private final List<Span> ends = new ArrayList<>();

    WordEdits(CanonicalText text, Spelling spelling, Vocabulary vocabulary, List<Scalar> open) {
        this.base = text.bytes();
        this.spelling = spelling;
        this.vocabulary = vocabulary;
        for (Scalar scalar : open) {
            if (scalar.isString()) {
                words(scalar.inside(), scalar.insideTo());
            }
        }
    }

    private void words(int from, int to) {
        List<Span> parts = new ArrayList<>();
        for (int p = from; p < to; ) {
            int end = p;
            while (end < to && base[end] != ' ') {
                end++;
            }
            if (end > p) {
                parts.add(new Span(p, end));
                pieces(p, end);
            }
            p = end + 1;
        }
        for (int i = 0; i < parts.size(); i++) {
            words.add(parts.get(i));
            starts.add(new Span(parts.get(i).from(), parts.get(i).from()));
            for (int j = i + 1; j < Math.min(parts.size(), i + LONGEST_RUN); j++) {
                runs.add(new Span(parts.get(i).from(), parts.get(j).to()));
            }
        }
        ends.add(new Span(to, to));
    }

    /// Words between points, dashes and the like.
    private void pieces(int from, int to) {
        for (int p = from; p < to; ) {
            int end = p;
            while (end < to && letter(base[end])) {
                end++;
            }
            if (end > p) {
                words.add(new Span(p, end));
            }
            p = end + 1;
        }
    }

    private static boolean letter(byte b) {
        return b < 0 || b == '\\' || Character.isLetterOrDigit(b);
    }

    private static List<Span> some(Collection<Span> spans) {
        return spans.stream().limit(MOST_SPANS).toList();
    }

    /// Other words in their places.
    Generator exchanged() {
        List<String> all = new ArrayList<>(FixedWords.turns());
        all.addAll(FixedWords.all());
        all.addAll(vocabulary.words());
        return new Everywhere(SearchKind.WORD, some(words), contents(all, "", ""));
    }

    /// Words put in: before others, or at the end.
    List<Generator> added() {
        List<String> all = new ArrayList<>(FixedWords.turns());
        all.addAll(vocabulary.words());
        List<String> more = new ArrayList<>(vocabulary.phrases());
        return List.of(
                new Everywhere(SearchKind.WORD, some(starts), contents(all, "", " ")),
                new Everywhere(SearchKind.WORD, ends, contents(all, " ", "")),
                new Everywhere(SearchKind.WORD, ends, contents(all, "", "")),
                new Everywhere(SearchKind.WORD, ends, contents(more, " ", "")),
                new Everywhere(SearchKind.WORD, some(starts), contents(more, "", " ")));
    }

    /// Phrases in the place of words and phrases.
    List<Generator> phrases() {
        return List.of(
                new Everywhere(SearchKind.WORD, some(runs), contents(vocabulary.words(), "", "")),
                new Everywhere(SearchKind.WORD, some(runs), contents(vocabulary.phrases(), "", "")),
                new Everywhere(
                        SearchKind.WORD, some(words), contents(vocabulary.phrases(), "", "")));
    }

    private List<byte[]> contents(Collection<String> words, String before, String after) {
        List<byte[]> all = new ArrayList<>();
        for (String word : words) {
            byte[] content = spelling.content(before + word + after);
            if (content != null) {
                all.add(content);
            }
        }
        return all;
    }

    /// The single words themselves, as they stand.
    List<Edit> doubledOrMoved() {
        List<Edit> edits = new ArrayList<>();
        List<Span> all = some(words);
        for (Span a : all) {
            byte[] one = copy(a);
            edits.add(
                    Edit.of(
                            a.to(),
                            a.to(),
                            (" " + text(one)).getBytes(StandardCharsets.ISO_8859_1)));
            for (Span b : all.size() > 400 ? List.<Span>of() : all) {
                if (a.to() <= b.from()) {
                    Edit both =
                            Edit.both(
                                    Edit.of(a.from(), a.to(), copy(b)),
                                    Edit.of(b.from(), b.to(), one));
                    if (both != null) {
                        edits.add(both);
                    }
                }
            }
        }
        return edits;
    }

    private byte[] copy(Span span) {
        return Arrays.copyOfRange(base, span.from(), span.to());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
