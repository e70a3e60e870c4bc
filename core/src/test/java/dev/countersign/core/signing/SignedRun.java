// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Holder;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.RsaPadding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A copy of a sample run, and somebody who can sign.
final class SignedRun {
    static final String WAITING = "change-approval-241bf6287b12";
    static final String APPROVER = "ann@example.com";
    static final Instant AT = TestAuthority.NOW;

    final Path directory;
    final TestAuthority root = TestAuthority.root("Root");
    private final Policy policy;
    private final Path keys;

    private SignedRun(Path directory, Policy policy) {
        this.directory = directory;
        this.policy = policy;
        this.keys = directory.resolveSibling("keys.p12");
    }

    /// A run that is there already.
    static SignedRun at(Path directory) {
        return new SignedRun(directory, DefaultPolicy.get());
    }

    static SignedRun of(String sample, Path into) throws IOException {
        return of(sample, into, DefaultPolicy.get());
    }

    static SignedRun of(String sample, Path into, Policy policy) throws IOException {
        Path from = Path.of("src/test/resources/samples", sample);
        Path to = into.resolve(sample);
        Folders.copy(from, to);
        return new SignedRun(to, policy);
    }

    RunSnapshot read() throws SourceException {
        return read(TrustPlace.nowhere());
    }

    RunSnapshot read(TrustPlace trust) throws SourceException {
        return new RunReader(new ChainVerifier(Runnable::run, 1), policy, trust).read(directory);
    }

    /// Read and compared with what was seen earlier.
    RunSnapshot read(Checkpoint before) throws SourceException {
        return new RunReader(new ChainVerifier(Runnable::run, 1), policy)
                .read(directory, VerifyRequest.DEFAULT.against(before), Progress.NONE);
    }

    List<Obstacle> obstacles(Act act, @Nullable String identity) throws SourceException {
        return Obstacles.of(read(), policy, act, identity, null);
    }

    SigningRequest prepare(Act act, String identity) throws SourceException {
        return switch (SigningRequest.prepare(read(), policy, act, identity, null, AT)) {
            case Preparation.Ready(SigningRequest request) -> request;
            case Preparation.Refused(List<Obstacle> obstacles) ->
                    throw new AssertionError(obstacles);
        };
    }

    SignedEntry sign(Act act, String identity, String kind) throws Exception {
        return sign(prepare(act, identity), root.issue(Wish.person("Ann", identity), kind));
    }

    SignedEntry sign(SigningRequest request, Holder holder) throws Exception {
        Files.deleteIfExists(keys);
        holder.pkcs12(keys, "geheim");
        try (Pin pin = Pin.of("geheim".toCharArray());
                KeyRing ring = ((KeyOpening.Opened) new KeyPlace.Pkcs12(keys).open(pin)).ring()) {
            KeyChoice choice = ring.choose(null, AT);
            assertThat(choice).isInstanceOf(KeyChoice.Chosen.class);
            return Signing.sign(
                    request,
                    ((KeyChoice.Chosen) choice).key(),
                    new CmsSigner(Randomness.system(), RsaPadding.PKCS1));
        }
    }

    /// Signs and records.
    ///
    /// @return the new head
    String act(Act act, String identity) throws Exception {
        return record(sign(act, identity, "P-256"));
    }

    static String record(SignedEntry entry) throws SourceException {
        return switch (Signing.record(entry, Durability.EACH_WRITE)) {
            case Recording.Recorded(String head) -> head;
            case Recording other -> throw new AssertionError(other);
        };
    }

    Path log() {
        return directory.resolve("audit.jsonl");
    }

    Path state() {
        return directory.resolve("state.json");
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(log());
    }
}
