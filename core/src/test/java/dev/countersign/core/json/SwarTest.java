// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class SwarTest {
    @Test
    void theFirstByteThatEndsOrBreaksAStringIsFound() {
        for (int value = 0; value < 256; value++) {
            boolean plain = value >= ' ' && value <= '~' && value != '"' && value != '\\';
            for (int place = 0; place < Long.BYTES; place++) {
                byte[] text = new byte[Long.BYTES];
                Arrays.fill(text, 0, place, (byte) 'a');
                Arrays.fill(text, place, text.length, (byte) value);
                long mask = Swar.special(Swar.load(text, 0));
                assertThat(mask == 0 ? -1 : Swar.lowest(mask)).isEqualTo(plain ? -1 : place);
            }
        }
    }
}
