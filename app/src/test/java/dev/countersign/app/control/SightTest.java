// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SightTest {
    @Test
    void whoDoesNotLookSeesTheNewsWhenComingBack() {
        List<String> done = new ArrayList<>();
        var sight = new Sight(() -> done.add("read"), () -> done.add("focus"));
        sight.news();
        assertThat(done).isEmpty();
        sight.come(true);
        assertThat(done).containsExactly("read", "focus");
        sight.news();
        assertThat(done).containsExactly("read", "focus", "read");
        sight.come(false);
        sight.news();
        assertThat(sight.here()).isFalse();
        assertThat(done).hasSize(3);
    }
}
