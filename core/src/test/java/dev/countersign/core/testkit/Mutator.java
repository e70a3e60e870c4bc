// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes bytes the way they go wrong in life and in malice: tokens lost, doubled, swapped;
/// digits, escapes, white space, line ends and encodings touched. The same seed gives the same
/// change.
public final class Mutator {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"[^\"\\\\\n"
                            + "]*+(?:\\\\.[^\"\\\\\n"
                            + "]*+)*+\"|-?[0-9][0-9.eE+-]*|[a-zA-Z]+|[ \\t]+|\\r"
                            + "?\\n"
                            + "|.",
                    Pattern.DOTALL);

    private static final List<String> SPLINTERS =
            List.of(
                    "\"",
                    "\\",
                    "\\u0041",
                    "\\ud83d",
                    "\\ude00",
                    "\\/",
                    "\\x",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "-",
                    "0",
                    "9",
                    "1e999",
                    "1E5",
                    ".0",
                    "e",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "null",
                    "true",
                    " ",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    "\u000b",
                    "\u000c",
                    "\u001c",
                    "\u0000",
                    "\u007f",
                    "\u00c2\u0085",
                    "\u00e2\u0080\u00a8",
                    "\u00ef\u00bb\u00bf",
                    "\u00ff",
                    "\u00c0\u0080",
                    "\u00ed\u00a0\u0080",
                    "\u00f4\u0090\u0080\u0080",
                    "\u00c3\u00a9",
                    "\u00f0\u009f\u0098\u0080",
                    "\u00e2\u0082",
                    "{}",
                    "[]",
                    "\"a\": 1, ",
                    "-0",
                    "00",
                    "5e-324",
                    "0.1",
                    "1e16",
                    "\"hash\": \"x\", ",
                    "\"prev\": \"\", ");

    private Mutator() {}

    /// The bytes with one to three changes.
    public static byte[] mutate(byte[] bytes, long seed) {
        Random random = new Random(seed);
        byte[] changed = bytes;
        for (int n = 1 + random.nextInt(3) * random.nextInt(2); n > 0; n--) {
            changed = random.nextInt(3) == 0 ? flip(changed, random) : tokens(changed, random);
        }
        return changed;
    }

    private static byte[] flip(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            int at = random.nextInt(changed.length);
            changed[at] =
                    (byte)
                            (random.nextBoolean()
                                    ? changed[at] ^ 1 << random.nextInt(8)
                                    : random.nextInt(256));
        }
        return changed;
    }

    private static byte[] tokens(byte[] bytes, Random random) {
        List<String> tokens = split(new String(bytes, StandardCharsets.ISO_8859_1));
        if (tokens.isEmpty()) {
            return SPLINTERS
                    .get(random.nextInt(SPLINTERS.size()))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        int i = random.nextInt(tokens.size());
        int j =
                random.nextInt(4) == 0
                        ? random.nextInt(tokens.size())
                        : Math.min(i + 1 + random.nextInt(4), tokens.size() - 1);
        switch (random.nextInt(7)) {
            case 0 -> tokens.remove(i);
            case 1 -> tokens.add(j, tokens.get(i));
            case 2 -> Collections.swap(tokens, i, j);
            case 3 -> tokens.add(i, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            case 4 -> tokens.set(i, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            case 5 -> tokens.set(i, inside(tokens.get(i), random));
            default -> tokens.set(i, cut(tokens.get(i), random));
        }
        return String.join("", tokens).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static String inside(String token, Random random) {
        int at = random.nextInt(token.length() + 1);
        return token.substring(0, at)
                + SPLINTERS.get(random.nextInt(SPLINTERS.size()))
                + token.substring(at);
    }

    private static String cut(String token, Random random) {
        int at = random.nextInt(token.length());
        char c = token.charAt(at);
        String other =
                Character.isDigit(c)
                        ? String.valueOf((char) ('0' + random.nextInt(10)))
                        : swapCase(c);
        return token.substring(0, at)
                + (random.nextBoolean() ? other : "")
                + token.substring(at + 1);
    }

    private static String swapCase(char c) {
        return String.valueOf(
                Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
}
