// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them. The same on every machine, whatever its language.
public final class Numbers {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Numbers() {}

    /// `1,234,567`.
    public static String grouped(long n) {
        // by hand: a formatter costs the command line more at its start than everything else it
        // says
        StringBuilder digits = new StringBuilder(Long.toString(n));
        for (int i = digits.length() - 3; i > (n < 0 ? 1 : 0); i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /// `1 record`, `2 records`.
    public static String count(long n, String singular) {
        return grouped(n) + " " + singular + (n == 1 ? "" : "s");
    }

    /// `999 bytes`, `1.5 MB`: powers of ten, as disks are sold and file managers show.
    public static String bytes(long n) {
        if (n < 1000) {
            return count(n, "byte");
        }
        double value = n;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.5 && unit < UNITS.length - 1);
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /// `640 MB/s`.
    public static String rate(double bytesPerSecond) {
        return bytes(Math.max(0, Math.round(bytesPerSecond))) + "/s";
    }

    /// `12 ms`, `3.4 s`, `2 min 05 s`, `1 h 02 min`.
    public static String duration(Duration d) {
        long ms = d.toMillis();
        if (ms < 1000) {
            return ms + " ms";
        }
        if (ms < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
        }
        long s = Math.round(ms / 1000.0);
        if (s < 60) {
            return s + " s";
        }
        if (s < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", s / 3600, s % 3600 / 60);
    }
}
