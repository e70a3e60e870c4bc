// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripWindowTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0.5, 0, 0, 500",
        "0, 1000, 0.5, 999, 500, 1000",
        "0, 1000, 0.5, 500, 250, 750",
        "250, 750, 2, 500, 0, 1000",
        "0, 1000, 2, 500, 0, 1000",
        "500, 502, 0.5, 501, 501, 502",
        "501, 502, 0.5, 501, 501, 502",
        "501, 502, 1.25, 501, 501, 503"
    })
    void zoomsAroundARecord(long from, long to, double factor, long at, long first, long end) {
        assertThat(new StripWindow(from, to).zoom(factor, at, 1000))
                .isEqualTo(new StripWindow(first, end));
    }

    @Test
    void goesFromAMillionToOneAndBack() {
        StripWindow window = StripWindow.whole(1_000_000);
        int steps = 0;
        while (window.size() > 1 && steps++ < 100) {
            window = window.zoom(0.5, 777_777, 1_000_000);
            assertThat(window.has(777_777)).isTrue();
        }
        assertThat(window).isEqualTo(new StripWindow(777_777, 777_778));
        while (window.size() < 1_000_000 && steps++ < 200) {
            window = window.zoom(1.25, 777_777, 1_000_000);
        }
        assertThat(window).isEqualTo(StripWindow.whole(1_000_000));
    }

    @Test
    void movesUpToTheEnds() {
        StripWindow window = new StripWindow(100, 200);
        assertThat(window.pan(0.25, 1000)).isEqualTo(new StripWindow(125, 225));
        assertThat(window.pan(-2, 1000)).isEqualTo(new StripWindow(0, 100));
        assertThat(window.pan(20, 1000)).isEqualTo(new StripWindow(900, 1000));
        assertThat(new StripWindow(7, 8).pan(0.25, 1000)).isEqualTo(new StripWindow(8, 9));
    }

    @Test
    void comesToARecordThatIsNotThere() {
        assertThat(new StripWindow(100, 200).showing(150, 1000))
                .isEqualTo(new StripWindow(100, 200));
        assertThat(new StripWindow(100, 200).showing(500, 1000))
                .isEqualTo(new StripWindow(450, 550));
        assertThat(new StripWindow(100, 200).showing(999, 1000))
                .isEqualTo(new StripWindow(900, 1000));
    }

    @Test
    void whatShowedAllShowsAllOfALongerLog() {
        assertThat(StripWindow.whole(10).grown(10, 30)).isEqualTo(StripWindow.whole(30));
        assertThat(new StripWindow(2, 5).grown(10, 30)).isEqualTo(new StripWindow(2, 5));
        assertThat(StripWindow.NONE.grown(0, 30)).isEqualTo(StripWindow.whole(30));
    }
}
