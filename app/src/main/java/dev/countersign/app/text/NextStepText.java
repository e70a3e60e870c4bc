// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What can still be done for a log in which nothing is wrong.
public final class NextStepText {
    /// What the command is for.
    public static final String SENTENCE =
            "To check that nothing is missing, compare with a checkpoint taken earlier:";

    private static final Pattern PACKED =
            Pattern.compile("\\.(zip|tar|tgz|tar\\.gz)(/|\\\\|$)", Pattern.CASE_INSENSITIVE);

    private NextStepText() {}

    /// Whether a log is right in itself, but was compared with nothing.
    public static boolean applies(ChainReport report) {
        return report.verdict() == Verdict.INTACT && report.checkpoint() == CheckpointResult.NONE;
    }

    /// Whether a command can be given the path: not where it leads into an archive, by its name.
    public static boolean reaches(Path path) {
        Path above = path.getParent();
        return above == null || !PACKED.matcher(above.toString()).find();
    }

    /// The command for a shell. A path that could deceive a reader or needs more than plain quotes
    /// is left to be filled in, as the checkpoint is.
    public static String command(Path path) {
        return "countersign verify " + argument(path.toString()) + " --checkpoint FILE";
    }

    /// The command that checks a file by itself.
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
