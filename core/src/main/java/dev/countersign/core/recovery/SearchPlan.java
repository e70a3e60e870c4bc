// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import static dev.countersign.core.recovery.SearchKind.AMOUNT;
import static dev.countersign.core.recovery.SearchKind.FIELD_ADDED;
import static dev.countersign.core.recovery.SearchKind.FIELD_REMOVED;
import static dev.countersign.core.recovery.SearchKind.FIXED_WORD;
import static dev.countersign.core.recovery.SearchKind.KEY_RENAMED;
import static dev.countersign.core.recovery.SearchKind.LETTER_CASE;
import static dev.countersign.core.recovery.SearchKind.NUMBER;
import static dev.countersign.core.recovery.SearchKind.SAME_FIELD;
import static dev.countersign.core.recovery.SearchKind.SWAPPED;
import static dev.countersign.core.recovery.SearchKind.TIME;
import static dev.countersign.core.recovery.SearchKind.UNICODE_FORM;
import static dev.countersign.core.recovery.SearchKind.VALUE_SPELLING;
import static dev.countersign.core.recovery.SearchKind.WHITE_SPACE;
import static dev.countersign.core.recovery.SearchKind.WORD;

import dev.countersign.core.recovery.CanonicalText.Member;
import dev.countersign.core.recovery.CanonicalText.Scalar;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What is tried on one text, in order: what is quick and plausible first, what takes seconds last.
/// Each step is put together when it comes.
final class SearchPlan {
    private static final int MOST_SCALARS = 2_000;

    /// Two for a second.
    private static final int FEW_MOMENTS = 10;

    private static final int MOST_CLOSE = 3_000;
    private static final int MOST_CLOSE_OF_A_KIND = 700;

    private final CanonicalText text;
    private final Surroundings around;
    private final List<Scalar> open;
    private final List<Span> spans;
    private final FieldEdits fields;
    private final MemberEdits members;
    private final WordEdits words;
    private final Times times;
    private final NumberEdits numbers;

    /// @param locked the top-level field that is known to be right, or null
    SearchPlan(CanonicalText text, Surroundings around, @Nullable String locked) {
        this.text = text;
        this.around = around;
        Spelling spelling = new Spelling(text.profile());
        Member right = locked == null ? null : text.top(locked);
        this.open =
                text.scalars().stream()
                        .filter(s -> right == null || s.from() != right.from())
                        .limit(MOST_SCALARS)
                        .toList();
        this.spans = open.stream().map(s -> new Span(s.inside(), s.insideTo())).toList();
        Vocabulary vocabulary = around.vocabulary();
        this.fields = new FieldEdits(text, spelling, vocabulary, open);
        this.members = new MemberEdits(text, spelling, vocabulary);
        this.words = new WordEdits(text, spelling, vocabulary, open);
        this.times = new Times(text, open);
        this.numbers = new NumberEdits(text, open);
    }

    /// The text that edits are made to.
    byte[] base() {
        return text.bytes();
    }

    /// The steps, each of one or more generators.
    List<Supplier<List<Generator>>> steps() {
        List<Supplier<List<Generator>>> steps = new ArrayList<>(quick());
        steps.add(() -> List.of(Generator.of(SAME_FIELD, fields.sameField())));
        steps.add(() -> List.of(Generator.of(UNICODE_FORM, fields.unicodeForms())));
        steps.add(() -> List.of(Generator.of(SWAPPED, members.swapped())));
        steps.add(() -> List.of(Generator.of(KEY_RENAMED, members.renamed())));
        steps.add(() -> List.of(Generator.of(FIELD_REMOVED, members.with())));
        steps.add(() -> List.of(new CharacterEdits(text, new Spelling(text.profile()), open)));
        steps.add(() -> List.of(fields.seen()));
        steps.add(() -> List.of(new TextAdded(spans)));
        steps.add(this::smallNumber);
        steps.add(this::time);
        steps.add(this::number);
        steps.add(() -> moments(true));
        steps.add(() -> List.of(words.exchanged()));
        steps.add(words::added);
        steps.add(() -> List.of(Generator.of(WORD, words.doubledOrMoved())));
        steps.add(() -> members.withAnything(around.likelyKeys()));
        steps.addAll(slow());
        return steps;
    }

    private List<Supplier<List<Generator>>> quick() {
        return List.of(
                () -> List.of(Generator.of(FIXED_WORD, fields.fixedWords())),
                () -> List.of(Generator.of(LETTER_CASE, fields.letterCase())),
                () -> List.of(Generator.of(WHITE_SPACE, fields.whiteSpace())),
                () -> List.of(Generator.of(VALUE_SPELLING, fields.spellings())),
                () -> List.of(Generator.of(FIELD_ADDED, members.without())),
                () -> List.of(new ByteEdits(text, everything())));
    }

    /// All bytes but those of the field that is known to be right.
    private List<Span> everything() {
        List<Span> all = new ArrayList<>();
        int done = 0;
        for (Scalar scalar : text.scalars()) {
            if (open.size() < MOST_SCALARS && !open.contains(scalar)) {
                all.add(new Span(done, scalar.from()));
                done = scalar.to();
            }
        }
        all.add(new Span(done, text.bytes().length));
        return all;
    }

    private List<Generator> time() {
        List<Generator> all = new ArrayList<>();
        all.add(Generator.of(TIME, times.days()));
        all.add(Generator.of(TIME, times.spellings()));
        all.addAll(times.timesOfDay());
        all.addAll(times.fractions());
        return all;
    }

    private List<Generator> smallNumber() {
        List<Generator> all = new ArrayList<>();
        all.add(Generator.of(NUMBER, numbers.close()));
        all.addAll(numbers.upTo(NUMBER, 0, 20_000));
        all.addAll(numbers.asOtherKind(open, 2_000));
        all.addAll(members.withNumbers(10_000));
        return all;
    }

    private List<Generator> number() {
        List<Generator> all = new ArrayList<>();
        all.addAll(numbers.values(NUMBER, 20_000, 1_000_000));
        all.addAll(numbers.fractions(NUMBER, 3, 1_000));
        return all;
    }

    private List<Supplier<List<Generator>>> slow() {
        return List.of(
                () -> List.of(new TwoCharacters(text, spans, 1, 48)),
                () -> List.of(new EditPairs(close())),
                () ->
                        List.of(
                                new ShortTexts(open, ShortTexts.LOWER, 1),
                                new ShortTexts(open, ShortTexts.LOWER, 2),
                                new ShortTexts(open, ShortTexts.ALL, 3),
                                new ShortTexts(open, ShortTexts.LOWER, 4)),
                () -> numbers.upTo(AMOUNT, 20_000, 1_000_000),
                () -> numbers.fractions(AMOUNT, 5, 20_000),
                () -> moments(false),
                words::phrases,
                () -> List.of(new Neighbours(spans)),
                () -> List.of(new TwoCharacters(text, spans, 48, 400)),
                () -> numbers.upTo(AMOUNT, 1_000_000, 10_000_000),
                () -> List.of(new EditAndByte(close(), everything(), text.profile())),
                () -> List.of(new ShortTexts(open, ShortTexts.LOWER, 5)));
    }

    /// @param few whether there are few of them, or many
    private List<Generator> moments(boolean few) {
        String field = around.format().timeField();
        List<Generator> all =
                field == null
                        ? List.of()
                        : times.between(field, around.timeBefore(), around.timeAfter());
        return few == all.size() <= FEW_MOMENTS ? all : List.of();
    }

    /// The edits that two of may have been made.
    private List<Edit> close() {
        List<Edit> close = new ArrayList<>();
        for (List<Edit> kind :
                List.of(
                        fields.fixedWords(),
                        fields.sameField(),
                        members.without(),
                        fields.letterCase(),
                        members.with(),
                        fields.whiteSpace(),
                        fields.spellings(),
                        numbers.close(),
                        members.swapped(),
                        fields.unicodeForms())) {
            close.addAll(kind.subList(0, Math.min(kind.size(), MOST_CLOSE_OF_A_KIND)));
        }
        return close.subList(0, Math.min(close.size(), MOST_CLOSE));
    }
}
