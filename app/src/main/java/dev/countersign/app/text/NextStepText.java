// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What can still be done for a log in which nothing is wrong.
public final class NextStepText {
    /// What says more.
    public static final String IMPORT =
            "To check that nothing is missing, compare with what somebody else has seen earlier.";

    /// The same, of a log that no workspace knows.
    public static final String OPEN_FOLDER =
            "To check that nothing is missing, open its folder of runs (Ctrl+Shift+O), then import"
                    + " a checkpoint that somebody else has taken.";

    private static final Pattern PACKED =
            Pattern.compile("\\.(zip|tar|tgz|tar\\.gz)(/|\\\\|$)", Pattern.CASE_INSENSITIVE);

    private NextStepText() {}

    /// Whether a log is right in itself, but was compared with nothing.
    public static boolean applies(ChainReport report) {
        return report.verdict() == Verdict.INTACT && report.checkpoint() == CheckpointResult.NONE;
    }

    /// Whether checkpoints are kept of it: not where the path leads into an archive, by its name.
    public static boolean reaches(Path path) {
        Path above = path.getParent();
        return above == null || !PACKED.matcher(above.toString()).find();
    }

    /// The command that checks a file by itself. A path that could deceive a reader or needs more
    /// than plain quotes is left to be filled in.
    public static String verify(Path path) {
        return "countersign verify " + argument(path.toString());
    }

    private static String argument(String path) {
        if (path.startsWith("-")) {
            return "LOG";
        }
        if (path.chars().allMatch(NextStepText::bare)) {
            return path;
        }
        boolean quotable =
                path.codePoints()
                        .allMatch(c -> c == ' ' || Character.isLetterOrDigit(c) || mark(c));
        return quotable ? "'" + path + "'" : "LOG";
    }

    private static boolean bare(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "/._-+:@%,=".indexOf(c) >= 0);
    }

    private static boolean mark(int c) {
        return c > ' ' && c < 127 && c != '\'';
    }
}
