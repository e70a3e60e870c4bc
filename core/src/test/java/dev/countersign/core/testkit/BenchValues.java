// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.testkit.BenchSlot.Kind;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/// Fills slots with varied values, quickly: every value is appended as the line spells it and,
/// where that differs, as the covered text does.
final class BenchValues {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final SplittableRandom random;
    private final boolean jcs;
    private final boolean zulu;
    private final boolean awkward;
    private final byte[][] words;
    private final Bytes line;
    private final Bytes covered;
    private long micros;
    private long second = -1;
    private byte[] stamp = {};

    /// @param random where the choices come from
    /// @param style how values are spelled
    /// @param line takes the line's spelling
    /// @param covered takes the covered spelling
    BenchValues(SplittableRandom random, Style style, Bytes line, Bytes covered) {
        this.random = random;
        this.jcs = style.jcs();
        this.zulu = style.zulu();
        this.awkward = style.awkward();
        this.line = line;
        this.covered = covered;
        this.micros = style.start().getEpochSecond() * 1_000_000;
        this.words = new byte[400][];
        for (int i = 0; i < words.length; i++) {
            words[i] = word();
        }
    }

    /// How values are spelled.
    ///
    /// @param jcs whether the covered text is RFC 8785
    /// @param zulu whether times end in Z
    /// @param awkward whether lines are spelled as no producer would
    /// @param start time of the first record
    record Style(boolean jcs, boolean zulu, boolean awkward, Instant start) {}

    /// Appends one value; whether its covered spelling was appended as well, because it differs.
    boolean put(Kind kind) {
        return switch (kind) {
            case INT ->
                    number(
                            random.nextInt(8) == 0
                                    ? -random.nextInt(100_000)
                                    : random.nextInt(100_000));
            case BIG -> number(random.nextLong(1L << 52));
            case MONEY -> money(random.nextInt(100_000_000));
            case FLOAT -> real();
            case BOOL -> ascii(random.nextBoolean() ? "true" : "false");
            case PATH -> path();
            case ESCAPED -> escaped();
            case WORD, PHRASE, TEXT, LONG -> text(count(kind));
            default -> identifier(kind);
        };
    }

    private int count(Kind kind) {
        return switch (kind) {
            case WORD -> 1;
            case PHRASE -> random.nextInt(2, 7);
            case TEXT -> random.nextInt(8, 29);
            default -> random.nextInt(34, 79);
        };
    }

    private boolean identifier(Kind kind) {
        line.add('"');
        switch (kind) {
            case TS -> time();
            case UUID -> uuid();
            case HEX16 -> hex(16);
            case HEX64 -> hex(64);
            case IP -> address();
            default -> user();
        }
        line.add('"');
        return false;
    }

    private void time() {
        micros += random.nextInt(1, 60_000);
        long at = micros / 1_000_000;
        if (at != second) {
            second = at;
            stamp = SlowLines.bytes(Stamps.zulu(Instant.ofEpochSecond(at)).substring(0, 19));
        }
        line.add(stamp);
        int rest = (int) (micros % 1_000_000);
        if (rest != 0) {
            line.add('.');
            for (int unit = 100_000; unit > 0; unit /= 10) {
                line.add('0' + rest / unit % 10);
            }
        }
        line.add(zulu ? "Z" : "+00:00");
    }

    private void uuid() {
        hex(8);
        for (int group : new int[] {4, 4, 4, 12}) {
            line.add('-');
            hex(group);
        }
    }

    private void hex(int digits) {
        long bits = 0;
        for (int i = 0; i < digits; i++) {
            bits = i % 16 == 0 ? random.nextLong() : bits >>> 4;
            line.add(HEX[(int) bits & 15]);
        }
    }

    private void address() {
        line.add("10.").digits(random.nextInt(256)).add(".").digits(random.nextInt(256));
        line.add(".").digits(random.nextInt(256));
    }

    private void user() {
        line.add(words[random.nextInt(words.length)]).add(".");
        line.add(words[random.nextInt(words.length)]).add("@example.com");
    }

    private byte[] word() {
        byte[] word = new byte[random.nextInt(2, 11)];
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) ("etaoinshrdlucmfw".charAt(random.nextInt(16)));
        }
        return word;
    }

    private boolean text(int count) {
        line.add('"');
        for (int i = 0; i < count; i++) {
            line.add(i == 0 ? "" : i % 9 == 0 ? ", " : " ");
            line.add(words[random.nextInt(words.length)]);
        }
        line.add('"');
        return false;
    }

    private boolean path() {
        int from = covered.size();
        covered.add("\"runs");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            covered.add('/').add(words[random.nextInt(words.length)]);
        }
        covered.add(".json\"");
        for (int i = from; i < covered.size(); i++) {
            line.add(awkward && covered.at(i) == '/' ? "\\" : "").add(covered.at(i));
        }
        return true;
    }

    private boolean escaped() {
        line.add('"');
        covered.add('"');
        for (int i = random.nextInt(2, 8); i > 0; i--) {
            byte[] word = words[random.nextInt(words.length)];
            line.add(word);
            covered.add(word);
            point(" \n\t\"\\\u00e9\u00fc\u20ac\u5317\u007f".charAt(random.nextInt(10)));
        }
        line.add('"');
        covered.add('"');
        return true;
    }

    private void point(char c) {
        String escape = SlowWriter.A.write(new SlowValue.Str(String.valueOf(c)));
        String python = escape.substring(1, escape.length() - 1);
        covered.add(jcs && c > '~' ? String.valueOf(c) : python);
        boolean raw = awkward && c > '~' && random.nextBoolean();
        line.add(raw ? String.valueOf(c) : awkward && c > '~' ? python.replace('e', 'E') : python);
    }

    private boolean number(long value) {
        line.digits(value);
        return false;
    }

    private boolean money(int cents) {
        int rest = cents % 100;
        covered.digits(cents / 100);
        if (rest != 0 || !jcs) {
            covered.add(".").digits(rest / 10);
            covered.add(rest % 10 == 0 ? "" : String.valueOf(rest % 10));
        }
        if (awkward) {
            line.digits(cents).add(random.nextBoolean() ? "E-2" : "0e-03");
        } else {
            line.digits(cents / 100).add(".").digits(rest / 10);
            line.add(rest % 10 == 0 ? "" : String.valueOf(rest % 10));
        }
        return true;
    }

    private boolean real() {
        double value = random.nextDouble(0.001, 1_000_000) + Math.ulp(1.0);
        if (random.nextInt(10) != 0) {
            String plain = Double.toString(value);
            covered.add(plain.endsWith(".0") ? "0.5" : plain);
            line.add(plain.endsWith(".0") ? "0.5" : plain).add(awkward ? "0" : "");
            return true;
        }
        String[] parts = Double.toString(value * 1e-20).split("E-", -1);
        String mantissa =
                parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        covered.add(mantissa).add("e-").add(parts[1]);
        line.add(mantissa).add(awkward ? "E-0" : "e-").add(parts[1]);
        return true;
    }

    private boolean ascii(String text) {
        line.add(text);
        return false;
    }
}
