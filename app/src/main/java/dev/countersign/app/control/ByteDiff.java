// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Two digests byte by byte. Pure.
///
/// @param pairs one for each byte
/// @param differing how many differ
record ByteDiff(List<Pair> pairs, int differing) {
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");

    /// One byte of each, two hex digits.
    ///
    /// @param left byte of the first
    /// @param right byte of the second
    record Pair(String left, String right) {
        boolean same() {
            return left.equals(right);
        }
    }

    ByteDiff {
        pairs = List.copyOf(pairs);
    }

    /// Whether more than three quarters differ, as in two digests of different texts.
    boolean unlike() {
        return differing * 4 > pairs.size() * 3;
    }

    /// Whether two texts can be compared byte by byte: lower-case hex of one length.
    static boolean comparable(String left, String right) {
        return left.length() == right.length()
                && HEX.matcher(left).matches()
                && HEX.matcher(right).matches();
    }

    static ByteDiff of(String left, String right) {
        List<Pair> pairs = new ArrayList<>();
        int differing = 0;
        for (int i = 0; i + 2 <= left.length(); i += 2) {
            var pair = new Pair(left.substring(i, i + 2), right.substring(i, i + 2));
            pairs.add(pair);
            differing += pair.same() ? 0 : 1;
        }
        return new ByteDiff(pairs, differing);
    }
}
