// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.ledger.Actor;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SampleSignOff;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.SignOffEnd;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// `sample --sign-off`: somebody stands for the sample of a period: with `--identity` and a key
/// under a signature, else as an entry of the ledger under the name of the session.
///
/// @param path the workspace
/// @param coverage what was just found
/// @param person who sits here
record SignOffCommand(
        Path path, SampleCoverage coverage, Actor person, Arguments arguments, Console console) {
    /// Signs off.
    ///
    /// @return every sign-off of the period, this one the last
    List<SampleSignedOff> done() throws UsageException, SourceException {
        String objection = coverage.objection();
        RecordedDraw draw = coverage.draw();
        if (objection != null || draw == null) {
            throw refused(objection + ".");
        }
        String said = arguments.value("--note");
        String note = said == null ? "" : said;
        String identity = arguments.value("--identity");
        try (Workspace workspace = Workspace.open(new WorkspaceFolder(path), desk())) {
            Samples samples = new Samples(workspace);
            if (identity == null) {
                if (!KeyOption.named(arguments).isEmpty()) {
                    throw new UsageException("a signature needs --identity ID");
                }
                if (arguments.value(StampOption.AUTHORITY) != null) {
                    throw new UsageException(
                            "a time-stamp is of a signature: give --identity ID and a key");
                }
                samples.signOff(person, coverage, note);
            } else {
                sign(samples, workspace.policy(), identity, draw, note);
            }
            return samples.signOffs(coverage.population().period());
        }
    }

    private void sign(
            Samples samples, Policy policy, String identity, RecordedDraw draw, String note)
            throws UsageException, SourceException {
        Population population = coverage.population();
        var act =
                new Act.SignOff(
                        population.period().toString(),
                        population.sha256(),
                        draw.eventHash(),
                        coverage.observed(),
                        note);
        Instant now = Options.now(arguments, console);
        SignedEntry entry =
                switch (SampleSignOff.prepare(path, policy, act, identity, now)) {
                    case Preparation.Refused(List<Obstacle> obstacles) ->
                            throw refused(Obstacle.sentences(obstacles));
                    case Preparation.Ready(SigningRequest request) ->
                            KeyOption.of(arguments)
                                    .use(now, console, key -> signed(request, policy, key));
                };
        Actor signer = new Actor(identity, Actor.Type.USER);
        if (samples.signOff(signer, coverage, entry.draft().placedAfter(act.draw()))
                instanceof SignOffEnd.Refused against) {
            throw refused(against.sentences());
        }
    }

    private SignedEntry signed(SigningRequest request, Policy policy, SigningKey key)
            throws UsageException, SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), policy);
        if (other != null) {
            throw refused(other.sentence());
        }
        return StampOption.signed(request, key, arguments, console);
    }

    private SourceException refused(String why) {
        return new SourceException(
                path, coverage.population().period() + " cannot be signed off: " + why);
    }

    private Desk desk() {
        return Desk.once(
                console.workers(),
                Runtime.getRuntime().availableProcessors(),
                console.now(),
                UUID::randomUUID);
    }
}
