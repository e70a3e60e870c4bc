// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.util.Comparator;

/// What the files are called that keep what a crash left of a record: like the log they were the
/// end of, and a number.
///
/// @param log name of the log
public record TornNames(String log) {
    /// As they were kept.
    public static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final String MARK = ".torn-";

    /// The name of one.
    ///
    /// @param number from 1
    public String of(int number) {
        return log + MARK + number;
    }

    /// Whether a file is called so.
    public boolean has(String name) {
        String begin = log + MARK;
        return name.startsWith(begin)
                && name.length() > begin.length()
                && name.chars().skip(begin.length()).allMatch(c -> c >= '0' && c <= '9');
    }
}
