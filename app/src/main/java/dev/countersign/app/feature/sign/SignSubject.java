// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.FindingDisposal;
import dev.countersign.core.signing.LedgerResults;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Obstacles;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SampleSignOff;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleCoverage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is decided on, as it was looked at.
public sealed interface SignSubject {
    /// Under which it was looked at.
    Policy policy();

    /// The directory of the run, or the workspace.
    Path directory();

    /// The run, or the period.
    String runId();

    /// Who made what is decided on; null if nothing says.
    @Nullable String author();

    /// What a signature is bound to: the head of the log, or the hash of the finding; empty where
    /// there is no head.
    String head();

    /// The role that an act on it needs; empty if policy asks for none.
    String role(Act act);

    /// What would be signed, or what stands against it.
    ///
    /// @param identity who acts; null if nobody has said so yet
    Preparation prepare(Act act, @Nullable String identity, Instant at);

    /// What stands against somebody who acts.
    default List<Obstacle> obstacles(Act act, String identity) {
        return prepare(act, identity, Instant.EPOCH) // no time stands against anybody
                        instanceof Preparation.Refused(List<Obstacle> found)
                ? found
                : List.of();
    }

    /// A run: what is signed becomes the next record of its log.
    ///
    /// @param run what was read
    record OfRun(RunSnapshot run, Policy policy) implements SignSubject {
        /// That somebody looked at it: at the record whose observation is waited for, else at the
        /// last one.
        Act.Observe observation() {
            for (RunClock clock : run.clocks()) {
                if (clock.kind() == ClockKind.OBSERVATION && clock.open()) {
                    return new Act.Observe(clock.cycle().record(), "");
                }
            }
            List<RunEvent> events = run.events();
            return new Act.Observe(events.isEmpty() ? 0 : events.getLast().record(), "");
        }

        @Override
        public Path directory() {
            return run.directory();
        }

        @Override
        public String runId() {
            return run.runId();
        }

        @Override
        public @Nullable String author() {
            return run.author();
        }

        @Override
        public String head() {
            ChainReport chain = run.chain();
            String head = chain == null ? null : chain.head();
            return head == null ? "" : head;
        }

        @Override
        public String role(Act act) {
            return Obstacles.role(run, policy, act);
        }

        @Override
        public Preparation prepare(Act act, @Nullable String identity, Instant at) {
            return SigningRequest.prepare(run, policy, act, identity, null, at);
        }
    }

    /// What no log of a run can take: it becomes an entry of the ledger.
    sealed interface InLedger extends SignSubject {}

    /// What stays what it was when it was looked at; only the policy may be another one by then.
    sealed interface Fixed extends InLedger {
        /// The same under another policy.
        Fixed under(Policy other);
    }

    /// A finding that no log of a run can take: its disposition becomes an entry of the ledger.
    ///
    /// @param finding what was found
    /// @param sentence what that is, for people
    /// @param directory the workspace whose ledger it is
    record OfFinding(FindingFacts finding, String sentence, Path directory, Policy policy)
            implements Fixed {
        @Override
        public OfFinding under(Policy other) {
            return new OfFinding(finding, sentence, directory, other);
        }

        @Override
        public String runId() {
            return finding.runId();
        }

        @Override
        public @Nullable String author() {
            return finding.author();
        }

        @Override
        public String head() {
            return finding.sha256();
        }

        @Override
        public String role(Act act) {
            return ActRole.of(policy, ActKind.DISPOSITION, "", "", "");
        }

        @Override
        public Preparation prepare(Act act, @Nullable String identity, Instant at) {
            return FindingDisposal.prepare(directory, finding, policy, disposal(act), identity, at);
        }

        /// The act, which can be no other.
        public Act.Dispose disposal(Act act) {
            if (act instanceof Act.Dispose dispose) {
                return dispose;
            }
            throw new IllegalArgumentException("a finding is disposed of, nothing else: " + act);
        }
    }

    /// Results of performing many runs again: their hash becomes an entry of the ledger.
    ///
    /// @param results what came out
    /// @param sha256 of their document
    /// @param kept the file in which they lie
    /// @param directory the workspace whose ledger it is
    record OfResults(
            PopulationResults results, String sha256, Path kept, Path directory, Policy policy)
            implements Fixed {
        @Override
        public OfResults under(Policy other) {
            return new OfResults(results, sha256, kept, directory, other);
        }

        @Override
        public String runId() {
            return ActPlace.POPULATION;
        }

        @Override
        public @Nullable String author() {
            return null;
        }

        @Override
        public String head() {
            return sha256;
        }

        @Override
        public String role(Act act) {
            return ActRole.of(policy, ActKind.REPERFORMANCE, "", "", "");
        }

        @Override
        public Preparation prepare(Act act, @Nullable String identity, Instant at) {
            return LedgerResults.prepare(directory, policy, performed(act), identity, at);
        }

        /// The act, which can be no other.
        public Act.Reperform performed(Act act) {
            if (act instanceof Act.Reperform performed) {
                return performed;
            }
            throw new IllegalArgumentException("results are signed, nothing else: " + act);
        }
    }

    /// The sample of a month, all of which was observed: that somebody stands for it becomes an
    /// entry of the ledger.
    ///
    /// @param coverage who has looked at what; nothing stands against signing it off
    /// @param directory the workspace whose ledger it is
    record OfSample(SampleCoverage coverage, Path directory, Policy policy) implements InLedger {
        /// Somebody's sign-off of it.
        public Act.SignOff signOff(String note) {
            return new Act.SignOff(
                    runId(), coverage.population().sha256(), head(), coverage.observed(), note);
        }

        @Override
        public String runId() {
            return coverage.population().period().toString();
        }

        @Override
        public @Nullable String author() {
            return null;
        }

        @Override
        public String head() {
            RecordedDraw draw = coverage.draw();
            return draw == null ? "" : draw.eventHash();
        }

        @Override
        public String role(Act act) {
            return ActRole.of(policy, ActKind.SAMPLE_SIGN_OFF, "", "", "");
        }

        @Override
        public Preparation prepare(Act act, @Nullable String identity, Instant at) {
            if (act instanceof Act.SignOff signOff) {
                return SampleSignOff.prepare(directory, policy, signOff, identity, at);
            }
            throw new IllegalArgumentException("a sample is signed off, nothing else: " + act);
        }
    }
}
