// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.recovery.CanonicalText.Member;
import dev.countersign.core.recovery.CanonicalText.Members;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Fields taken out, put in, exchanged and renamed. Keys stay sorted, so a renamed one moves.
final class MemberEdits {
    /// Objects with more members have too many pairs.
    private static final int MOST_MEMBERS = 200;

    private static final int MOST_OF_A_KEY = 500;

    private final CanonicalText text;
    private final Spelling spelling;
    private final Vocabulary vocabulary;

    MemberEdits(CanonicalText text, Spelling spelling, Vocabulary vocabulary) {
        this.text = text;
        this.spelling = spelling;
        this.vocabulary = vocabulary;
    }

    /// Somebody put fields in: each is taken out, then pairs, then three in the record itself.
    List<Edit> without() {
        List<Edit> edits = new ArrayList<>();
        for (Members object : text.objects()) {
            int n = Math.min(object.all().size(), MOST_MEMBERS);
            for (int i = 0; i < n; i++) {
                edits.add(without(object, i));
                for (int j = i + 1; j < n; j++) {
                    edits.add(without(object, i, j));
                    for (int k = j + 1; k < n && n <= 40; k++) {
                        edits.add(without(object, i, j, k));
                    }
                }
            }
        }
        return edits;
    }

    private Edit without(Members object, int... gone) {
        List<Member> all = object.all();
        var kept = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i++) {
            int member = i;
            if (Arrays.stream(gone).noneMatch(g -> g == member)) {
                if (kept.size() > 0) {
                    kept.writeBytes(spelling.comma().getBytes(StandardCharsets.US_ASCII));
                }
                int keyFrom = all.get(i).keyFrom();
                kept.write(text.bytes(), keyFrom, all.get(i).to() - keyFrom);
            }
        }
        return Edit.of(all.getFirst().keyFrom(), all.getLast().to(), kept.toByteArray());
    }

    /// Somebody took a field out: every key with the values that it has elsewhere.
    List<Edit> with() {
        List<Edit> edits = new ArrayList<>();
        for (Members object : text.objects()) {
            for (String key : vocabulary.keys()) {
                if (has(object, key) || key.isEmpty()) {
                    continue;
                }
                vocabulary.of(key).stream()
                        .limit(MOST_OF_A_KEY)
                        .forEach(value -> add(edits, with(object, key, spelling.of(value))));
                for (String common :
                        List.of("null", "true", "false", "\"\"", "0", "1", "[]", "{}")) {
                    add(edits, with(object, key, spelling.ofText(common)));
                }
            }
        }
        return edits;
    }

    /// The same with every value that occurs anywhere, for the keys of records like this one.
    List<Generator> withAnything(Collection<String> keys) {
        List<byte[]> values = new ArrayList<>();
        vocabulary.values().forEach(v -> values.add(spelling.of(v)));
        vocabulary.words().forEach(w -> values.add(spelling.string(w)));
        values.removeIf(v -> v == null);
        List<Generator> generators = new ArrayList<>();
        for (Members object : text.objects()) {
            for (String key : keys) {
                Frame frame = has(object, key) ? null : frame(object, key);
                if (frame != null) {
                    generators.add(new AddedField(frame, values));
                }
            }
        }
        return generators;
    }

    private static boolean has(Members object, String key) {
        return object.all().stream().anyMatch(m -> m.key().equals(key));
    }

    /// Puts a member in at its place; null if the profile has no form for it.
    @Nullable Edit with(Members object, String key, byte @Nullable [] value) {
        Frame frame = frame(object, key);
        if (value == null || frame == null) {
            return null;
        }
        return Edit.of(frame.at(), frame.at(), frame.around(value));
    }

    /// Where a member goes, and what stands around its value; null if the profile has no form for
    /// its key.
    private @Nullable Frame frame(Members object, String key) {
        byte[] name = spelling.string(key);
        if (name == null) {
            return null;
        }
        Member next = null;
        for (Member member : object.all().reversed()) {
            next = spelling.before(key, member.key()) ? member : next;
        }
        boolean only = object.all().isEmpty();
        int end = only ? object.from() + 1 : object.all().getLast().to();
        String before = only || next != null ? "" : spelling.comma();
        String named = new String(name, StandardCharsets.ISO_8859_1) + spelling.colon();
        String after = next != null ? spelling.comma() : "";
        return new Frame(next != null ? next.keyFrom() : end, before + named, after);
    }

    /// Somebody took a number out: keys that have numbers elsewhere, with every small one.
    List<Generator> withNumbers(int size) {
        List<Generator> generators = new ArrayList<>();
        for (Members object : text.objects()) {
            for (String key : vocabulary.keys()) {
                boolean number = vocabulary.of(key).stream().anyMatch(v -> v instanceof JsonNumber);
                Frame frame = number && !has(object, key) ? frame(object, key) : null;
                if (frame != null && generators.size() < MOST_MEMBERS) {
                    Span place = new Span(frame.at(), frame.at());
                    generators.add(
                            Counting.plain(
                                    SearchKind.FIELD_REMOVED,
                                    place,
                                    frame.before(),
                                    frame.after(),
                                    0,
                                    size));
                }
            }
        }
        return generators;
    }

    /// Two values change places.
    List<Edit> swapped() {
        List<Edit> edits = new ArrayList<>();
        List<CanonicalText.Scalar> all = text.scalars();
        int n = Math.min(all.size(), MOST_MEMBERS);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                add(
                        edits,
                        exchanged(
                                all.get(i).from(),
                                all.get(i).to(),
                                all.get(j).from(),
                                all.get(j).to()));
            }
        }
        for (Members object : text.objects()) {
            for (Member a : object.all()) {
                for (Member b : object.all()) {
                    if (a.from() < b.from() && object.all().size() <= MOST_MEMBERS) {
                        add(edits, exchanged(a.from(), a.to(), b.from(), b.to()));
                    }
                }
            }
        }
        return edits;
    }

    private @Nullable Edit exchanged(int from, int to, int otherFrom, int otherTo) {
        byte[] one = Arrays.copyOfRange(text.bytes(), from, to);
        byte[] other = Arrays.copyOfRange(text.bytes(), otherFrom, otherTo);
        return Edit.both(Edit.of(from, to, other), Edit.of(otherFrom, otherTo, one));
    }

    /// A key renamed to one that occurs elsewhere, or to one that is a letter away.
    List<Edit> renamed() {
        List<Edit> edits = new ArrayList<>();
        List<String> known = vocabulary.keys();
        for (Members object : text.objects()) {
            for (int i = 0; i < Math.min(object.all().size(), MOST_MEMBERS); i++) {
                String key = object.all().get(i).key();
                for (String other : known) {
                    add(edits, renamed(object, i, other));
                }
                for (String other : LetterCase.of(key)) {
                    add(edits, renamed(object, i, other));
                }
            }
        }
        return edits;
    }

    private @Nullable Edit renamed(Members object, int i, String to) {
        Member member = object.all().get(i);
        if (has(object, to) || to.isEmpty()) {
            return null;
        }
        byte[] value = Arrays.copyOfRange(text.bytes(), member.from(), member.to());
        List<Member> others = new ArrayList<>(object.all());
        others.remove(i);
        if (others.isEmpty()) {
            byte[] name = spelling.string(to);
            int keyTo = member.from() - spelling.colon().length();
            return name == null ? null : Edit.of(member.keyFrom(), keyTo, name);
        }
        Edit put = with(new Members(object.top(), object.from(), others), to, value);
        return put == null ? null : Edit.both(cut(object, i), put);
    }

    /// Takes one member and one comma out.
    private static Edit cut(Members object, int i) {
        List<Member> all = object.all();
        Member member = all.get(i);
        return i + 1 < all.size()
                ? Edit.of(member.keyFrom(), all.get(i + 1).keyFrom(), new byte[0])
                : Edit.of(all.get(i - 1).to(), member.to(), new byte[0]);
    }

    private static void add(List<Edit> edits, @Nullable Edit edit) {
        if (edit != null && edits.size() < Edit.MOST) {
            edits.add(edit);
        }
    }
}
