// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.util.List;
import java.util.SplittableRandom;

/// Logs spelled as no producer would: the chain stays what it was.
public final class AwkwardLines {
    private static final List<String> BLANKS =
            List.of(
                    "",
                    " ",
                    "\t\u000b\u000c",
                    "\u0085\u00a0",
                    "\u2028\u2029\u3000",
                    "\u001c\u001d\u001e\u001f ");

    private AwkwardLines() {}

    /// Most lines respelled, with mixed line ends, blank lines between, and no end at the last one.
    public static GeneratedLog respelled(GeneratedLog log, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneratedLog spelled = log.everyLine(line -> spell(line, random));
        return spelled.line(log.size() - 1, line -> line.ended(random.nextBoolean() ? "" : "\r"));
    }

    /// One record respelled; its line end stays.
    public static LogLine respelled(LogLine line, long seed) {
        return line.spelled(Respeller.spell(line.record(), seed));
    }

    private static LogLine spell(LogLine line, SplittableRandom random) {
        String end = List.of("\n", "\r\n", "\r", "\n").get(random.nextInt(4));
        for (int blank = random.nextInt(10) - 7; blank > 0; blank--) {
            end += BLANKS.get(random.nextInt(BLANKS.size())) + "\n";
        }
        LogLine ended = line.ended(end);
        return random.nextInt(8) == 0 ? ended : respelled(ended, random.nextLong());
    }
}
