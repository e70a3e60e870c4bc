// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.signing.Obstacle.Kind;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run that waits for an approval, and what stands against one. */
abstract class WaitingRun {
    static final Act APPROVE = new Act.Approve(null, "");
    static final Act REJECT = new Act.Reject(null, "no");
    static final String ANN = SignedRun.APPROVER;

    @TempDir Path folder;

    SignedRun waiting() throws IOException {
        return SignedRun.of(SignedRun.WAITING, folder);
    }

    static void only(List<Obstacle> obstacles, Kind kind, String sentence) {
        assertThat(obstacles).containsExactly(new Obstacle(kind, sentence));
    }
}
