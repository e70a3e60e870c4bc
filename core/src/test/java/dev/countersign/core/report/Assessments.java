// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** Assessments of real runs. */
final class Assessments {
    static final Path SAMPLES = Path.of("src", "test", "resources", "samples");
    static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private Assessments() {}

    /** Of every run in a folder. */
    static Assessment of(Path folder) throws SourceException {
        Policy policy = DefaultPolicy.get();
        Desk desk = Desk.once(Runnable::run, 1, InstantSource.fixed(AT), UUID::randomUUID);
        Overview overview = Overview.of(folder, policy, KeptClocks.none(), desk, Progress.NONE);
        return Objects.requireNonNull(
                assessor(policy)
                        .all("samples", overview, null, AT, Progress.NONE, Cancellation.NEVER));
    }

    private static Assessor assessor(Policy policy) {
        RunReader reader =
                new RunReader(new ChainVerifier(Runnable::run, 1), policy, TrustPlace.nowhere());
        return new Assessor(
                reader, policy, RuleBook.ours(), "countersign test", Testimony.Kept.NOTHING);
    }
}
