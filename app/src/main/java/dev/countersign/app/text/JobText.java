// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleFunction;

/// How far work is, on one line.
public final class JobText {
    private JobText() {}

    /// `45 % 640 MB/s 12 s left`; what is not known yet is left out.
    ///
    /// @param done of the total
    /// @param total 0 where it is not known
    /// @param rate a second
    /// @param left null while that is a guess
    /// @param unit writes a rate
    public static String news(
            long done,
            long total,
            double rate,
            @Nullable Duration left,
            DoubleFunction<String> unit) {
        var line = new StringBuilder();
        if (total > 0) {
            line.append(Math.min(100, done * 100 / total)).append(" %");
        }
        if (rate > 0) {
            line.append(line.isEmpty() ? "" : "   ").append(unit.apply(rate));
        }
        if (left != null) {
            line.append("   ").append(Numbers.duration(left)).append(" left");
        }
        return line.toString();
    }

    /// While it is not known what somebody points at.
    public static String lookingAt(Path path) {
        return "Looking at " + name(path);
    }

    /// Opens what waits.
    public static final String OPEN = "Open";

    /// What was looked at while a sheet was open.
    public static String waits(Path path) {
        return name(path) + " waits until the sheet is closed.";
    }

    /// The sheet is closed.
    public static String ready(Path path) {
        return name(path) + " can be opened now.";
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return Foreign.visible(String.valueOf(name == null ? path : name));
    }

    /// While it is not known whether it is still there.
    public static String lookingForTheLast() {
        return "Looking at the folder that was open last";
    }

    /// `640 MB/s`.
    public static String bytes(double aSecond) {
        return Numbers.rate(aSecond);
    }

    /// `90,000 events/s`.
    public static String events(double aSecond) {
        return Numbers.grouped(Math.round(aSecond)) + " events/s";
    }

    /// `1,200 runs/s`.
    public static String runs(double aSecond) {
        return Numbers.grouped(Math.round(aSecond)) + " runs/s";
    }
}
