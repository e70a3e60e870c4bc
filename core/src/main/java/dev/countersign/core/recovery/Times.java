// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.recovery.CanonicalText.Scalar;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Other dates and times where one stands: other days, other times of day, other fractions, other
/// spellings, and every moment between the records around.
final class Times {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{4}-\\d\\d-\\d\\d)([T"
                            + " ])(\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern CLOCK = Pattern.compile("(?<!\\d)(\\d\\d):(\\d\\d)(?!\\d|:\\d)");

    private static final int YEARS = 5;
    private static final int DAY = 86_400;
    private static final int MILLION = 1_000_000;

    /// More seconds than this are not tried to the microsecond.
    private static final long MOST_SECONDS = 3_600;

    private final CanonicalText text;
    private final List<Scalar> open;

    Times(CanonicalText text, List<Scalar> open) {
        this.text = text;
        this.open = open;
    }

    private String inside(Scalar scalar) {
        byte[] b = text.bytes();
        int from = scalar.inside();
        return new String(b, from, scalar.insideTo() - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Other days, in the order of their distance.
    List<Edit> days() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            Matcher m = DATE.matcher(scalar.isString() ? inside(scalar) : "");
            while (m.find() && edits.size() < Edit.MOST) {
                int at = scalar.inside() + m.start();
                for (String day : daysAround(m.group())) {
                    edits.add(Edit.of(at, at + m.end() - m.start(), ascii(day)));
                }
            }
        }
        return edits;
    }

    private static Set<String> daysAround(String written) {
        Set<String> days = new LinkedHashSet<>();
        try {
            LocalDate day = LocalDate.parse(written);
            for (int d = 1; d <= YEARS * 366; d++) {
                days.add(day.minusDays(d).toString());
                days.add(day.plusDays(d).toString());
            }
            // day and month exchanged
            days.add(
                    written.substring(0, 5) + written.substring(8) + "-" + written.substring(5, 7));
        } catch (DateTimeException e) {
            // an edit that is no date: only the original is one
            LocalDate first = LocalDate.of(2020, 1, 1);
            for (int d = 0; d < 2 * YEARS * 366; d++) {
                days.add(first.plusDays(d).toString());
            }
        }
        return days;
    }

    /// Other times of the same day.
    List<Generator> timesOfDay() {
        List<Span> seconds = new ArrayList<>();
        List<Span> minutes = new ArrayList<>();
        for (Scalar scalar : open) {
            String says = scalar.isString() ? inside(scalar) : "";
            for (Matcher m = MOMENT.matcher(says); m.find(); ) {
                int at = scalar.inside() + m.start(3);
                seconds.add(new Span(at, at + 8));
            }
            for (Matcher m = CLOCK.matcher(says); m.find(); ) {
                int at = scalar.inside() + m.start();
                minutes.add(new Span(at, at + 5));
            }
        }
        List<byte[]> clocks = new ArrayList<>();
        for (int s = 0; s < DAY && !seconds.isEmpty(); s++) {
            clocks.add(ascii(clock(s)));
        }
        List<byte[]> hours = new ArrayList<>();
        for (int s = 0; s < DAY; s += 60) {
            hours.add(ascii(clock(s).substring(0, 5)));
        }
        return List.of(
                new Everywhere(SearchKind.TIME, seconds, clocks),
                new Everywhere(SearchKind.TIME, minutes, hours));
    }

    /// The same moments otherwise: zone, fraction, separator, and written for another zone.
    List<Edit> spellings() {
        List<Edit> edits = new ArrayList<>();
        for (Scalar scalar : open) {
            Matcher m = MOMENT.matcher(scalar.isString() ? inside(scalar) : "");
            while (m.find() && edits.size() < Edit.MOST) {
                spellings(edits, scalar.inside(), m);
            }
        }
        return edits;
    }

    private static String clock(int second) {
        return two(second / 3_600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }

    private static void spellings(List<Edit> edits, int inside, Matcher m) {
        String fraction = m.group(4) == null ? "" : m.group(4);
        List<String> zones = new ArrayList<>(List.of("Z", "+00:00", "-00:00", "", "+0000", " UTC"));
        for (int h = 1; h <= 14; h++) {
            for (String rest : List.of(":00", ":30")) {
                zones.add("+" + two(h) + rest);
                zones.add("-" + two(h) + rest);
            }
        }
        Set<String> fractions = new LinkedHashSet<>(List.of(fraction, "", ".000000", ".000", ".0"));
        for (int n = 2; n < fraction.length(); n++) {
            fractions.add(fraction.substring(0, n));
        }
        for (String separator : List.of("T", " ", "t")) {
            for (String zone : zones) {
                for (String f : fractions) {
                    String other = m.group(1) + separator + m.group(3) + f + zone;
                    edits.add(Edit.of(inside + m.start(), inside + m.end(), ascii(other)));
                }
            }
        }
        shifted(edits, inside, m, fraction);
    }

    /// The same moment written for another zone.
    private static void shifted(List<Edit> edits, int inside, Matcher m, String fraction) {
        try {
            LocalDateTime at = LocalDateTime.parse(m.group(1) + "T" + m.group(3));
            String zone = m.group(5) == null ? "" : m.group(5);
            for (int h = -14; h <= 14; h++) {
                String sign = h < 0 ? "-" : "+";
                String offset = sign + two(Math.abs(h)) + ":00";
                for (String z : new LinkedHashSet<>(List.of(zone, offset, "Z"))) {
                    LocalDateTime other = at.plusHours(h);
                    String text = seconds(other) + fraction + z;
                    edits.add(Edit.of(inside + m.start(), inside + m.end(), ascii(text)));
                }
            }
        } catch (DateTimeException e) {
            // no moment to be shifted
        }
    }

    private static String seconds(LocalDateTime at) {
        return at.toLocalDate() + "T" + clock(at.toLocalTime().toSecondOfDay());
    }

    /// Every fraction of the second that stands there.
    List<Generator> fractions() {
        List<Generator> generators = new ArrayList<>();
        for (Scalar scalar : open) {
            Matcher m = MOMENT.matcher(scalar.isString() ? inside(scalar) : "");
            while (m.find()) {
                int at = scalar.inside() + m.end(3);
                int to = scalar.inside() + (m.group(4) == null ? m.end(3) : m.end(4));
                Span place = new Span(at, to);
                Span thousand = new Span(0, 1_000);
                Span million = new Span(0, MILLION);
                generators.add(Counting.padded(SearchKind.TIME, place, ".", "", 3, thousand));
                generators.add(Counting.padded(SearchKind.TIME, place, ".", "", 6, million));
            }
        }
        return generators;
    }

    /// Every moment between two others, to the microsecond, in the place of the record's own time.
    ///
    /// @param after the time of the record before, or null
    /// @param before the time of the record after, or null
    List<Generator> between(String timeField, @Nullable String after, @Nullable String before) {
        List<Generator> generators = new ArrayList<>();
        OffsetDateTime from = parsed(after);
        OffsetDateTime to = parsed(before);
        for (Scalar scalar : open) {
            Matcher m = MOMENT.matcher(scalar.isString() ? inside(scalar) : "");
            boolean own = scalar.top() && scalar.key().equals(timeField) && m.matches();
            OffsetDateTime first = from != null ? from : to == null ? null : to.minusMinutes(1);
            OffsetDateTime last = to != null ? to : from == null ? null : from.plusMinutes(1);
            if (own && first != null && last != null && !last.isBefore(first)) {
                moments(generators, scalar, m, first, last);
            }
        }
        return generators;
    }

    private static void moments(
            List<Generator> all, Scalar scalar, Matcher m, OffsetDateTime from, OffsetDateTime to) {
        String zone = m.group(5) == null ? "" : m.group(5);
        LocalDateTime second = from.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        long seconds =
                Math.min(Duration.between(second, to.toLocalDateTime()).toSeconds(), MOST_SECONDS);
        for (long s = 0; s <= seconds; s++) {
            LocalDateTime at = second.plusSeconds(s);
            int first = s == 0 ? from.getNano() / 1_000 : 0;
            boolean last = at.plusSeconds(1).isAfter(to.toLocalDateTime());
            int end = last ? to.getNano() / 1_000 + 1 : MILLION;
            String text = seconds(at) + ".";
            int inside = scalar.inside();
            int gone = scalar.insideTo();
            Span own = new Span(inside, gone);
            Span fractions = new Span(first, end);
            all.add(Counting.padded(SearchKind.MOMENT, own, text, zone, 6, fractions));
            all.add(
                    Generator.of(
                            SearchKind.MOMENT,
                            List.of(Edit.of(inside, gone, ascii(seconds(at) + zone)))));
        }
    }

    private static @Nullable OffsetDateTime parsed(@Nullable String time) {
        try {
            return time == null
                    ? null
                    : OffsetDateTime.parse(time).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
