// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// `--period`, `--rate` and `--seed`: a month, and how a sample of it is drawn.
final class DrawOption {
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,10000}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final String CHANCE = "random";

    private DrawOption() {}

    /// @param command that needs it
    static YearMonth period(@Nullable String text, String command) throws UsageException {
        if (text == null) {
            throw new UsageException(command + " needs --period YYYY-MM");
        }
        if (!MONTH.matcher(text).matches()) {
            throw new UsageException("--period " + text + " is not a month: write it as 2026-03");
        }
        return YearMonth.parse(text);
    }

    /// @param command that needs it
    static double rate(Arguments arguments, String command) throws UsageException {
        String text = arguments.value("--rate");
        if (text == null) {
            throw new UsageException(command + " needs --rate, a number from 0 to 1");
        }
        double rate = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : -1;
        if (rate < 0 || rate > 1) {
            throw new UsageException("--rate " + text + " is not a number from 0 to 1");
        }
        return rate;
    }

    /// The seed; null: chance shall give it.
    ///
    /// @param command that needs it
    static @Nullable BigInteger seed(Arguments arguments, String command) throws UsageException {
        String text = arguments.value("--seed");
        if (text == null) {
            throw new UsageException(command + " needs --seed, a whole number or random");
        }
        if (text.equals(CHANCE)) {
            return null;
        }
        if (!INTEGER.matcher(text).matches()) {
            throw new UsageException("--seed " + text + " is neither a whole number nor random");
        }
        return new BigInteger(text);
    }
}
