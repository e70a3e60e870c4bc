// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Response;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// A response, the run that it is for, and what stands against importing it there.
///
/// @param file where it was read
/// @param response what it says
/// @param run the run directory
/// @param act what it decides; null if it says nothing that can be imported
/// @param person who acted; empty if nothing says
/// @param verdict what is to be said of its signature; null if the log is not where it was signed
/// @param obstacles empty: it may be imported
public record ResponseOffer(
        Path file,
        Response response,
        Path run,
        @Nullable Act act,
        String person,
        @Nullable ActVerdict verdict,
        List<Obstacle> obstacles) {
    public ResponseOffer {
        obstacles = List.copyOf(obstacles);
    }

    /// Whether it is in the log already, and nothing is left to do.
    boolean imported() {
        return !obstacles.isEmpty()
                && obstacles.stream().allMatch(o -> o.kind() == Obstacle.Kind.ALREADY_IMPORTED);
    }

    /// Whether it is not what was signed.
    boolean altered() {
        return obstacles.stream().anyMatch(o -> o.kind() == Obstacle.Kind.RESPONSE_ALTERED);
    }

    /// Whose signature it carries; null if nothing says.
    @Nullable String signer() {
        return verdict == null || verdict.signature() == null
                ? null
                : verdict.signature().subject();
    }
}
