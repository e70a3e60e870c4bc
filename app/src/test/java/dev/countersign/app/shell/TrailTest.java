// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class TrailTest {
    private static final Route QUEUE = new Route.Queue();
    private static final Route RUN = new Route.Run(Path.of("run"));
    private static final Route LOG = new Route.Integrity(Path.of("run"));

    @Test
    void deeperAndBack() {
        Trail trail = Trail.at(QUEUE).to(RUN).to(LOG);
        assertThat(trail.routes()).containsExactly(QUEUE, RUN, LOG);
        assertThat(trail.back().back()).isEqualTo(Trail.at(QUEUE));
        assertThat(Trail.at(QUEUE).back()).isEqualTo(Trail.at(QUEUE));
        assertThat(Trail.at(QUEUE).canGoBack()).isFalse();
    }

    @Test
    void whereOneWasOneGoesBackTo() {
        assertThat(Trail.at(QUEUE).to(RUN).to(LOG).to(RUN))
                .isEqualTo(new Trail(List.of(QUEUE, RUN)));
    }

    @Test
    void anotherOfTheKindTakesThePlace() {
        Route other = new Route.Run(Path.of("other"));
        assertThat(Trail.at(QUEUE).to(RUN).to(other)).isEqualTo(Trail.at(QUEUE).to(other));
    }
}
