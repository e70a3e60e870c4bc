// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The same text with other white space.
final class WhiteSpace {
    private static final List<String> ENDS =
            List.of(
                    " ", "  ", "\n", "\t", "\r\n", "\u00a0", ".", " .", "\n\n", "\r", "   ",
                    "    ");

    private WhiteSpace() {}

    static Set<String> of(String text) {
        Set<String> all = new LinkedHashSet<>();
        all.add(text.strip());
        all.add(text.stripTrailing());
        all.add(text.stripLeading());
        for (String end : ENDS) {
            all.add(text + end);
            all.add(end + text);
            all.add(end + text + end);
            all.add(text.strip() + end);
        }
        for (String space : List.of("", " ", "  ", "\n", "\t", "_", "-", "\r\n")) {
            all.add(text.replaceAll("\\s+", space));
            all.add(text.replace(" ", space));
            all.add(text.replaceAll("[_-]", space));
            all.add(text.replaceAll("\n", space));
        }
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                for (String space : List.of("", "  ", "   ", "\n", "\t", "\r\n", ", ", "_", "-")) {
                    all.add(text.substring(0, i) + space + text.substring(i + 1));
                }
            }
        }
        all.remove(text);
        return all;
    }
}
