// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

/// The places at which one text contains another, in linear time whatever they are (Knuth, Morris,
/// Pratt, "Fast pattern matching in strings", 1977): `String.indexOf` takes the product.
///
/// They are code points to Python: a place in the middle of a surrogate pair is none.
final class Occurrences {
    private final String wanted;
    private final String text;
    private final int[] border;
    private int at;
    private int matched;

    /// @param wanted what to look for, not empty
    Occurrences(String wanted, String text) {
        this.wanted = wanted;
        this.text = text;
        this.border = wanted.length() <= text.length() ? borders(wanted) : new int[0];
        this.at = wanted.length() <= text.length() ? 0 : text.length();
    }

    /// For each length, that of the longest proper beginning of `wanted` that also ends there.
    private static int[] borders(String wanted) {
        int[] border = new int[wanted.length() + 1];
        int length = 0;
        for (int i = 1; i < wanted.length(); i++) {
            while (length > 0 && wanted.charAt(i) != wanted.charAt(length)) {
                length = border[length];
            }
            if (wanted.charAt(i) == wanted.charAt(length)) {
                length++;
            }
            border[i + 1] = length;
        }
        return border;
    }

    /// The next place in UTF-16 units, or -1. Places may overlap.
    int next() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            while (matched > 0 && wanted.charAt(matched) != c) {
                matched = border[matched];
            }
            if (wanted.charAt(matched) == c) {
                matched++;
            }
            if (matched == wanted.length()) {
                matched = border[matched];
                if (!splitsPair(at - wanted.length()) && !splitsPair(at)) {
                    return at - wanted.length();
                }
            }
        }
        return -1;
    }

    private boolean splitsPair(int place) {
        return place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
    }
}
