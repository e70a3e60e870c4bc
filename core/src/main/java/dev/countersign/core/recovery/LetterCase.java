// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The same letters in other cases.
final class LetterCase {
    private LetterCase() {}

    static Set<String> of(String text) {
        Set<String> all = new LinkedHashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        all.add(lower);
        all.add(text.toUpperCase(Locale.ROOT));
        all.add(initials(lower, false));
        all.add(initials(lower, true));
        all.add(initials(text, true));
        all.add(initials(text, false));
        // one word of several, and one letter
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                String word = text.substring(from, to);
                for (String other :
                        List.of(
                                word.toLowerCase(Locale.ROOT),
                                word.toUpperCase(Locale.ROOT),
                                initials(word.toLowerCase(Locale.ROOT), false))) {
                    all.add(text.substring(0, from) + other + text.substring(to));
                }
            }
            from = to + 1;
        }
        all.remove(text);
        return all;
    }

    private static String initials(String text, boolean everyWord) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            boolean starts = i == 0 || everyWord && !Character.isLetterOrDigit(out.charAt(i - 1));
            if (starts) {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return out.toString();
    }
}
