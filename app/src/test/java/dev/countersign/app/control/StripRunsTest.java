// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class StripRunsTest {
    /// Segments as `10I 1M 9U`: how many, and the state's letter; runs as `0-3I 3-5M`.
    @ParameterizedTest
    @CsvSource({
        "10I, 10, 0-10I",
        "5I 5U, 10, 0-5I 5-10U",
        "1I 1M, 10, 0-5I 5-10M",
        "1M, 7, 0-7M",
        "999999I 1M, 10, 0-9I 9-10M",
        "1M 999999I, 10, 0-1M 1-10I",
        "499999I 1M 500000U, 10, 0-4I 4-5M 5-10U",
        "3I 1M 1B 5U, 2, 0-1B 1-2U",
        "3I, 2, 0-2I",
        "2I 1M, 2, 0-1I 1-2M",
        "5000000000I 1M 4999999999U, 4, 0-2I 2-3M 3-4U",
        "10I, 0, ''"
    })
    void worstOfAPixelWins(String segments, int width, String expected) {
        String runs =
                runs(parse(segments), width).stream()
                        .map(r -> r.from() + "-" + r.to() + letter(r.state()))
                        .collect(Collectors.joining(" "));
        assertThat(runs).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5I 5U, 3, 7, 4, 0-2I 2-4U",
        "999999I 1M, 999990, 1000000, 10, 0-9I 9-10M",
        "499999I 1M 500000U, 499999, 500000, 5, 0-5M",
        "499999I 1M 500000U, 499000, 501000, 4, 0-1I 1-2M 2-4U"
    })
    void aStretchShowsItsOwnRecordsOnly(
            String segments, long from, long to, int width, String expected) {
        String runs =
                StripRuns.of(parse(segments), new StripWindow(from, to), width).stream()
                        .map(r -> r.from() + "-" + r.to() + letter(r.state()))
                        .collect(Collectors.joining(" "));
        assertThat(runs).isEqualTo(expected);
    }

    @Test
    void agreesWithLookingAtEveryRecord() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<Segment> segments = randomSegments(random);
            int width = 1 + random.nextInt(60);
            long records = segments.getLast().to();
            for (StripRuns.Run run : runs(segments, width)) {
                for (int pixel = run.from(); pixel < run.to(); pixel++) {
                    assertThat(run.state()).isEqualTo(slow(segments, records, width, pixel));
                }
            }
        }
    }

    @Test
    void everyRecordIsInThePixelThatIsSaidToShowIt() {
        for (long records : List.of(1L, 3L, 19L, 59L, 60L, 61L, 1000L, 1_000_003L)) {
            StripWindow whole = StripWindow.whole(records);
            for (long record = 0; record < records; record += Math.max(1, records / 97)) {
                int pixel = whole.pixelOf(record, 60);
                long first = whole.recordAt(pixel, 60);
                long end = Math.max(first + 1, whole.recordAt(pixel + 1, 60));
                assertThat(record).isBetween(first, end - 1);
            }
        }
    }

    private static List<StripRuns.Run> runs(List<Segment> segments, int width) {
        long records = segments.isEmpty() ? 0 : segments.getLast().to();
        return StripRuns.of(segments, StripWindow.whole(records), width);
    }

    private static RecordState slow(List<Segment> segments, long records, int width, int pixel) {
        long first = records * pixel / width;
        long end = Math.max(first + 1, records * (pixel + 1) / width);
        RecordState worst = RecordState.INTACT;
        for (Segment s : segments) {
            if (s.from() < end && s.to() > first && s.state().compareTo(worst) > 0) {
                worst = s.state();
            }
        }
        return worst;
    }

    private static List<Segment> randomSegments(Random random) {
        List<Segment> segments = new ArrayList<>();
        long from = 0;
        for (int i = 0; i <= random.nextInt(20); i++) {
            long to = from + 1 + random.nextInt(40);
            segments.add(
                    new Segment(
                            from,
                            to,
                            RecordState.values()[random.nextInt(RecordState.values().length)]));
            from = to;
        }
        return segments;
    }

    private static List<Segment> parse(String text) {
        List<Segment> segments = new ArrayList<>();
        long from = 0;
        for (String part : text.split(" ")) {
            long to = from + Long.parseLong(part.substring(0, part.length() - 1));
            segments.add(new Segment(from, to, state(part.charAt(part.length() - 1))));
            from = to;
        }
        return segments;
    }

    private static RecordState state(char letter) {
        return switch (letter) {
            case 'I' -> RecordState.INTACT;
            case 'U' -> RecordState.UNANCHORED;
            case 'M' -> RecordState.MODIFIED;
            case 'B' -> RecordState.MALFORMED;
            default -> throw new IllegalArgumentException(String.valueOf(letter));
        };
    }

    private static char letter(RecordState state) {
        return state == RecordState.MALFORMED ? 'B' : state.name().charAt(0);
    }
}
