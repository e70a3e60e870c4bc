// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordSeal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What a record, its neighbours and a checkpoint say of its hash.
///
/// @param own the record itself
/// @param before the record before, if there is one
/// @param after the record after, if there is one
/// @param targets the hashes that speak for another text than the one that stands there
/// @param links what the record's link may have said, the plausible first
record Witnesses(
        RecordSeal.Reading own,
        RecordSeal.@Nullable Reading before,
        RecordSeal.@Nullable Reading after,
        List<String> targets,
        List<String> links) {
    /// Edits of a hash are told from edits of a text up to this distance: a text one letter away
    /// has an altogether different hash.
    private static final int DAMAGE = 3;

    Witnesses {
        targets = List.copyOf(targets);
        links = List.copyOf(links);
    }

    static Witnesses of(
            LogWindow window,
            ChainFormat format,
            long record,
            byte[] line,
            @Nullable Checkpoint seen) {
        RecordSeal seal = new RecordSeal(format);
        RecordSeal.Reading own = seal.read(line);
        RecordSeal.Reading before = read(seal, window.line(record - 1));
        RecordSeal.Reading after = read(seal, window.line(record + 1));
        Set<String> targets = new LinkedHashSet<>();
        add(targets, own.hash(), own, format);
        if (after != null && !isElsewhere(window, seal, record, after.link())) {
            add(targets, after.link(), own, format);
        }
        if (seen != null && seen.records() == record + 1) {
            add(targets, seen.head(), own, format);
        }
        Set<String> links = new LinkedHashSet<>();
        if (record == 0) {
            links.add(format.genesis());
        }
        if (before != null) {
            if (before.hash() != null) {
                links.add(before.hash());
            }
            links.add(before.computed());
        }
        links.remove("");
        if (record == 0) {
            links.add(format.genesis());
        }
        return new Witnesses(own, before, after, List.copyOf(targets), List.copyOf(links));
    }

    private static RecordSeal.@Nullable Reading read(RecordSeal seal, byte @Nullable [] line) {
        return line == null ? null : seal.read(line);
    }

    private static void add(
            Set<String> targets,
            @Nullable String hash,
            RecordSeal.Reading own,
            ChainFormat format) {
        if (hash != null && isHash(hash, format) && !hash.equals(own.computed())) {
            targets.add(hash);
        }
    }

    private static boolean isHash(String text, ChainFormat format) {
        return text.length() == format.digest().bytes() * 2
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /// Whether a link names a record that stands elsewhere: then it speaks for that one.
    private static boolean isElsewhere(
            LogWindow window, RecordSeal seal, long record, @Nullable String link) {
        for (long near = record - 3; near <= record + 3 && link != null; near++) {
            RecordSeal.Reading other = near == record ? null : read(seal, window.line(near));
            if (other != null && link.equals(other.hash())) {
                return true;
            }
        }
        return false;
    }

    /// Whether the record is as the next one knows it, and only its hash field is not.
    boolean onlyTheHash() {
        if (own.malformed() != null || own.computed().equals(own.hash())) {
            return false;
        }
        if (after != null && own.computed().equals(after.link())) {
            return true;
        }
        return own.hash() != null && damaged(own.hash(), own.computed());
    }

    /// Whether one text is the other with a few characters changed, lost or added.
    private static boolean damaged(String text, String whole) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (Math.abs(plain.length() - whole.length()) > DAMAGE) {
            return plain.length() >= 16 && whole.startsWith(plain);
        }
        int[] row = new int[whole.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= plain.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int cost = plain.charAt(i - 1) == whole.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[whole.length()] <= DAMAGE;
    }

    /// Whether the record is linked as it should be.
    boolean linkHolds() {
        return own.link() != null && links.contains(own.link());
    }

    /// Why nothing is searched for; null if something is.
    ///
    /// @param line the record's
    @Nullable Silence silence(byte[] line, ChainFormat format) {
        if (!targets.isEmpty() || onlyTheHash()) {
            return null;
        }
        if (own.malformed() == FaultCategory.MALFORMED_MISSING_FIELD) {
            return Silence.NO_HASH_LEFT;
        }
        if (own.malformed() != null) {
            // a line that is mended may carry its own hash
            return mayCarryHash(line, format) ? null : Silence.NO_HASH_LEFT;
        }
        boolean agrees = Objects.equals(own.hash(), own.computed());
        if (!agrees) {
            return Silence.NO_HASH_LEFT;
        }
        boolean named = after == null || own.computed().equals(after.link());
        return named ? Silence.HASHES_AGREE : Silence.NOT_AN_EDIT;
    }

    /// Whether a line that is no record has a hash in it besides its link. One byte that is wrong
    /// leaves half of it in one piece.
    private boolean mayCarryHash(byte[] line, ChainFormat format) {
        return Pattern.compile("[0-9a-f]{" + format.digest().bytes() + ",}")
                .matcher(new String(line, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(run -> links.stream().noneMatch(link -> link.contains(run.group())));
    }
}
