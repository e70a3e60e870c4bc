// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.recovery.CanonicalText.Scalar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Other numbers where one stands, as a value or inside a text: thousands and points moved, digits
/// exchanged, and every number up to some size.
final class NumberEdits {
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,']*(\\.\\d+)?");
    private static final int LONGEST = 24;
    private static final int MOST = 200;

    private final CanonicalText text;
    private final List<Place> places = new ArrayList<>();

    /// @param token as it stands
    /// @param value whether it is a value of its own
    private record Place(int from, int to, String token, boolean value) {
        Span span() {
            return new Span(from, to);
        }
    }

    NumberEdits(CanonicalText text, List<Scalar> open) {
        this.text = text;
        for (Scalar scalar : open) {
            if (scalar.isNumber()) {
                places.add(new Place(scalar.from(), scalar.to(), scalar.says(), true));
            } else if (scalar.isString()) {
                inText(scalar);
            }
        }
    }

    private void inText(Scalar scalar) {
        int from = scalar.inside();
        String inside =
                new String(
                        text.bytes(), from, scalar.insideTo() - from, StandardCharsets.ISO_8859_1);
        Matcher m = NUMBER.matcher(inside);
        while (m.find() && places.size() < MOST) {
            boolean escape = m.start() >= 2 && inside.startsWith("\\u", m.start() - 2);
            if (!escape && m.end() - m.start() <= LONGEST) {
                places.add(new Place(from + m.start(), from + m.end(), m.group(), false));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Thousands, points, signs, neighbours, two digits.
    List<Edit> close() {
        List<Edit> edits = new ArrayList<>();
        for (Place place : places) {
            if (place.token().length() > LONGEST) {
                continue;
            }
            Set<String> others = new LinkedHashSet<>();
            scaled(place, others);
            digits(place.token(), others);
            others.remove(place.token());
            for (String other : others) {
                edits.add(Edit.of(place.from(), place.to(), ascii(other)));
            }
        }
        return edits;
    }

    private static void scaled(Place place, Set<String> others) {
        String token = place.token();
        String sign = token.startsWith("-") ? "-" : "";
        String plain = token.substring(sign.length()).replaceAll("[,'.]", "");
        others.add("-" + token);
        others.add(token.substring(sign.length()));
        for (String digits :
                List.of(
                        plain,
                        plain + "0",
                        plain + "00",
                        plain + "000",
                        plain + "0000",
                        plain + "000000")) {
            spelled(sign, digits, others);
        }
        for (int lost = 1; lost < Math.min(plain.length(), 7); lost++) {
            spelled(sign, plain.substring(0, plain.length() - lost), others);
            spelled(sign, plain.substring(lost), others);
        }
        for (String group :
                List.of(
                        ",000",
                        ",00",
                        "00",
                        "000",
                        ".0",
                        ".00",
                        ".5",
                        ".50",
                        ",000,000",
                        ",000.00",
                        "000.0",
                        "000.00")) {
            others.add(token + group);
        }
        for (int cut = 1; cut < token.length(); cut++) {
            others.add(token.substring(0, cut));
        }
    }

    /// The same digits with the point in each place, and in groups.
    private static void spelled(String sign, String digits, Set<String> others) {
        others.add(sign + digits);
        String trimmed = digits.replaceFirst("^0+(?=\\d)", "");
        others.add(sign + trimmed);
        for (int point = 1; point < digits.length(); point++) {
            String moved = sign + digits.substring(0, point) + "." + digits.substring(point);
            others.add(moved);
            others.add(moved.replaceFirst("0+$", ""));
        }
        others.add(sign + digits + ".0");
        others.add(sign + "0." + digits);
        others.add(sign + "0.0" + digits);
        others.add(sign + digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ","));
        others.add(sign + digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + ".00");
    }

    /// Any two digits others, or exchanged.
    private static void digits(String token, Set<String> others) {
        for (int i = 0; i < token.length(); i++) {
            for (int j = i + 1; j < token.length(); j++) {
                if (!digit(token.charAt(i)) || !digit(token.charAt(j))) {
                    continue;
                }
                StringBuilder other = new StringBuilder(token);
                other.setCharAt(i, token.charAt(j));
                other.setCharAt(j, token.charAt(i));
                others.add(other.toString());
                for (int n = 0; n < 100; n++) {
                    other.setCharAt(i, (char) ('0' + n / 10));
                    other.setCharAt(j, (char) ('0' + n % 10));
                    others.add(other.toString());
                }
            }
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Every number up to a size, with the fraction that stands there, another short one or none.
    ///
    /// @param size numbers below it
    List<Generator> upTo(SearchKind kind, long first, long size) {
        List<Generator> all = new ArrayList<>();
        for (Place place : places) {
            String token = place.token();
            int point = token.indexOf('.');
            boolean value = place.value();
            String fraction = point < 0 ? "" : token.substring(point);
            Set<String> fractions = new LinkedHashSet<>(List.of(fraction));
            if (value) {
                fractions.add("");
                fractions.add(".0");
                fractions.add(".5");
            } else if (token.indexOf(',') >= 0 || token.length() - fraction.length() > 8) {
                fractions.clear();
            }
            for (String f : fractions) {
                all.add(Counting.plain(kind, place.span(), "", f, first, size));
                if (value && !f.isEmpty() && f.equals(fraction)) {
                    long few = Math.min(size, 10_000);
                    all.add(Counting.plain(kind, place.span(), "-", f, first, few));
                }
            }
        }
        return all;
    }

    /// Every number up to a size in the place of a value, with the fraction that stands there.
    List<Generator> values(SearchKind kind, long first, long size) {
        List<Generator> all = new ArrayList<>();
        for (Place place : places) {
            int point = place.token().indexOf('.');
            if (place.value()) {
                String fraction = point < 0 ? "" : place.token().substring(point);
                all.add(Counting.plain(kind, place.span(), "", fraction, first, size));
            }
        }
        return all;
    }

    /// Small numbers in the place of texts, and as texts in the place of numbers.
    List<Generator> asOtherKind(List<Scalar> open, int size) {
        List<Generator> all = new ArrayList<>();
        for (Scalar scalar : open) {
            Span span = new Span(scalar.from(), scalar.to());
            String quote = scalar.isString() ? "" : "\"";
            all.add(Counting.plain(SearchKind.VALUE_SPELLING, span, quote, quote, 0, size));
        }
        return all;
    }

    /// Every fraction of one to six digits after the whole number that stands there, and amounts
    /// with two digits after the point.
    List<Generator> fractions(SearchKind kind, int longest, long amounts) {
        List<Generator> all = new ArrayList<>();
        for (Place place : places) {
            int point = place.token().indexOf('.');
            if (point < 0 && !place.value()) {
                continue;
            }
            String whole = point < 0 ? place.token() : place.token().substring(0, point);
            for (int digits = 1; digits <= longest; digits++) {
                Span numbers = new Span(0, (int) Math.round(Math.pow(10, digits)));
                all.add(Counting.padded(kind, place.span(), whole + ".", "", digits, numbers));
            }
            for (int cents = 1; cents < 100 && amounts > 0 && place.value(); cents++) {
                String two = cents < 10 ? "0" + cents : Integer.toString(cents);
                String tail = "." + (cents % 10 == 0 ? two.substring(0, 1) : two);
                all.add(Counting.plain(kind, place.span(), "", tail, 0, amounts));
            }
        }
        return all;
    }
}
