// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;

/// Whether a time, written as ISO 8601 with an offset, lies before another. What cannot be read is
/// never before.
final class TimeOrder {
    /// Longest zone designator: `+00:00`.
    private static final int ZONE = 6;

    private TimeOrder() {}

    static boolean backwards(Span before, Span after) {
        if (before.absent() || after.absent()) {
            return false;
        }
        int n = after.length();
        if (before.length() == n && n > ZONE && sameZone(before, after, n)) {
            // same length, same zone: the digits sort as the instants do
            return compare(before, after, n) > 0;
        }
        return backwards(before.text(), after.text());
    }

    static boolean backwards(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return false;
        }
        int n = after.length();
        if (before.length() == n && n > ZONE && sameZone(before, after, n)) {
            return before.compareTo(after) > 0;
        }
        try {
            return OffsetDateTime.parse(after).isBefore(OffsetDateTime.parse(before));
        } catch (DateTimeException e) {
            return false; // not a time in a form we know: nothing can be said about its order
        }
    }

    private static boolean sameZone(String x, String y, int n) {
        return x.charAt(n - 1) == 'Z'
                ? y.charAt(n - 1) == 'Z'
                : x.regionMatches(n - ZONE, y, n - ZONE, ZONE);
    }

    private static int compare(Span x, Span y, int n) {
        return Arrays.compareUnsigned(
                x.bytes(), x.from(), x.from() + n, y.bytes(), y.from(), y.from() + n);
    }

    private static boolean sameZone(Span x, Span y, int n) {
        int from = n - ZONE;
        byte last = x.bytes()[x.from() + n - 1];
        if (last == 'Z') {
            return y.bytes()[y.from() + n - 1] == 'Z';
        }
        return Arrays.equals(
                x.bytes(), x.from() + from, x.from() + n, y.bytes(), y.from() + from, y.from() + n);
    }
}
