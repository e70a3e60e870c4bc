// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody means who types some letters of it.
final class Fuzzy {
    private static final int NOT_FOUND = -1;
    private static final int WHOLE = 1000;

    private record Hit(PaletteItem item, int score) {}

    /// What was found.
    ///
    /// @param best the best of it, the best first
    /// @param all how many were found
    record Found(List<PaletteItem> best, int all) {}

    private Fuzzy() {}

    /// The best of the items, the best first; all in their own order for an empty query.
    ///
    /// @param asked what was looked for; ranked among the items
    static Found best(List<PaletteItem> items, List<PaletteItem> asked, String query, int limit) {
        String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
        if (words[0].isEmpty()) {
            return new Found(items.subList(0, Math.min(limit, items.size())), items.size());
        }
        List<Hit> hits = new ArrayList<>();
        collect(items, words, hits);
        collect(asked, words, hits);
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        return new Found(hits.stream().limit(limit).map(Hit::item).toList(), hits.size());
    }

    private static void collect(List<PaletteItem> items, String[] words, List<Hit> hits) {
        for (PaletteItem item : items) {
            int score = score(item.text(), words);
            if (score != NOT_FOUND) {
                hits.add(new Hit(item, score));
            }
        }
    }

    /// How well a text answers words, all of which must be in it.
    static int score(String text, String[] words) {
        int sum = 0;
        for (String word : words) {
            int at = text.indexOf(word);
            int one = at >= 0 ? whole(text, at) : scattered(text, word);
            if (one == NOT_FOUND) {
                return NOT_FOUND;
            }
            sum += one;
        }
        return sum;
    }

    /// A part found as it is counts more at the start, and at the start of a word.
    private static int whole(String text, int at) {
        boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return WHOLE + (wordStart ? WHOLE : 0) + (at == 0 ? WHOLE : 0) - Math.min(at, 500);
    }

    /// Its letters in their order, with as little between them as may be.
    private static int scattered(String text, String word) {
        int from = text.indexOf(word.charAt(0));
        int at = from;
        for (int i = 1; i < word.length() && at >= 0; i++) {
            at = text.indexOf(word.charAt(i), at + 1);
        }
        if (at < 0) {
            return NOT_FOUND;
        }
        int gaps = at - from + 1 - word.length();
        return gaps > 4 * word.length() ? NOT_FOUND : Math.max(1, WHOLE / 2 - 10 * gaps);
    }
}
