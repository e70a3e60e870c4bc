// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.DisposalText;
import dev.countersign.app.text.MatrixText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SignOffText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.signing.Waiting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What was looked at before somebody may sign: each obstacle, and each thing that holds.
final class Safeguards {
    /// What a field of the sheet asks for is no verdict.
    static final Set<Kind> ASKED = EnumSet.of(Kind.NO_IDENTITY, Kind.NO_RATIONALE);

    private final SignState.Asking asking;
    private final SignSubject subject;
    private final Policy policy;
    private final List<Safeguard> found = new ArrayList<>();
    private final Set<Kind> said = EnumSet.noneOf(Kind.class);

    private Safeguards(SignState.Asking asking) {
        this.asking = asking;
        subject = asking.subject();
        policy = subject.policy();
    }

    static List<Safeguard> of(SignState.Asking asking) {
        var safeguards = new Safeguards(asking);
        safeguards.look();
        return List.copyOf(safeguards.found);
    }

    /// What stands against it that no field of the sheet can mend; it is said at the top.
    static List<String> against(List<Obstacle> obstacles) {
        return obstacles.stream()
                .filter(obstacle -> !ASKED.contains(obstacle.kind()))
                .map(Obstacle::sentence)
                .distinct()
                .toList();
    }

    private boolean decides() {
        return asking.act() instanceof Act.Approve || asking.act() instanceof Act.Reject;
    }

    private void look() {
        switch (subject) {
            case SignSubject.OfRun(RunSnapshot run, _) -> look(run);
            case SignSubject.OfFinding _ -> {
                author();
                role();
                found.add(new Safeguard(Mark.NOTE, DisposalText.NO_LOG));
            }
            case SignSubject.OfResults about -> {
                role();
                int differing = about.results().differing();
                if (differing > 0) {
                    found.add(new Safeguard(Mark.NOTE, MatrixText.standsFor(differing)));
                }
                int unread = about.results().unreadable().size();
                if (unread > 0) {
                    found.add(new Safeguard(Mark.NOTE, MatrixText.unreadable(unread)));
                }
            }
            case SignSubject.OfSample about -> {
                role();
                holds(SignOffText.allObserved(about.coverage()));
                holds(SignOffText.SAME_RUNS);
                found.add(new Safeguard(Mark.NOTE, SignOffText.covers(about.coverage())));
            }
        }
        for (Obstacle obstacle : asking.obstacles()) {
            if (!said.contains(obstacle.kind()) && !ASKED.contains(obstacle.kind())) {
                found.add(new Safeguard(Mark.FAILED, obstacle.sentence()));
            }
        }
    }

    private void look(RunSnapshot run) {
        if (decides()) {
            author();
            reviewer(run);
        }
        role();
        chain(run);
        if (asking.act() instanceof Act.Approve) {
            gate(run);
        }
        artifacts(run);
        waits(run);
    }

    /// @return whether one of these obstacles is there; it was said then
    private boolean against(Kind first, Kind... others) {
        Set<Kind> kinds = EnumSet.of(first, others);
        said.addAll(kinds);
        boolean any = false;
        for (Obstacle obstacle : asking.obstacles()) {
            if (kinds.contains(obstacle.kind())) {
                found.add(new Safeguard(Mark.FAILED, obstacle.sentence()));
                any = true;
            }
        }
        return any;
    }

    private void holds(String sentence) {
        found.add(new Safeguard(Mark.VERIFIED, sentence));
    }

    private void open(String sentence) {
        found.add(new Safeguard(Mark.OPEN, sentence));
    }

    private String who() {
        return asking.identity().isEmpty() ? "Whoever signs" : Quotes.line(asking.identity());
    }

    private void author() {
        String author = subject.author();
        if (against(Kind.IS_AUTHOR, Kind.NO_AUTHOR)) {
            return;
        }
        if (author == null) {
            open("Nothing says who the author is.");
        } else if (asking.identity().isEmpty()) {
            open("The author is " + Quotes.line(author) + ": somebody else has to sign.");
        } else {
            holds(who() + " is not the author, " + Quotes.line(author) + ".");
        }
    }

    private void reviewer(RunSnapshot run) {
        var review = run.review();
        if (against(Kind.IS_REVIEWER) || review == null) {
            return;
        }
        String reviewer = Quotes.line(review.reviewer());
        if (!policy.segregation().approverIsNotReviewer()) {
            open("Policy lets the reviewer, " + reviewer + ", decide as well.");
        } else if (asking.identity().isEmpty()) {
            open("The reviewer is " + reviewer + ": somebody else has to sign.");
        } else {
            holds(who() + " is not the reviewer, " + reviewer + ".");
        }
    }

    private void role() {
        if (against(Kind.NO_ROLE, Kind.UNKNOWN_IDENTITY, Kind.NOBODY_ELIGIBLE)) {
            return;
        }
        String role = subject.role(asking.act());
        if (policy.identities() == null) {
            open(
                    "Policy "
                            + Quotes.line(policy.version())
                            + " lists no people: your name"
                            + (role.isEmpty()
                                    ? " is recorded as you claim it."
                                    : " and your role, "
                                            + Quotes.line(role)
                                            + ", are recorded as you claim them."));
        } else if (!role.isEmpty() && !asking.identity().isEmpty()) {
            Identity known = policy.identity(asking.identity());
            holds(
                    (known == null ? who() : Quotes.line(known.name()))
                            + " has the role "
                            + Quotes.line(role)
                            + ".");
        }
    }

    private void chain(RunSnapshot run) {
        ChainReport chain = run.chain();
        boolean against =
                against(
                        Kind.NO_LOG,
                        Kind.CHAIN_NOT_INTACT,
                        Kind.HISTORY_CHANGED,
                        Kind.STALE_VIEW,
                        Kind.SIGNATURE_FAILED);
        if (!against && chain != null) {
            holds(
                    "The chain is intact: "
                            + Numbers.count(chain.records(), "record")
                            + ", every hash and link.");
        }
    }

    private void gate(RunSnapshot run) {
        if (against(
                Kind.GATE_BLOCKED,
                Kind.REVIEW_BLOCKED,
                Kind.CONTROL_BYPASSED,
                Kind.REPERFORMANCE_DISAGREES)) {
            return;
        }
        boolean verified =
                run.channels().checks().stream()
                        .anyMatch(c ->
                                c.kind() == Check.Kind.GATE && c.outcome() == Outcome.VERIFIED);
        if (verified) {
            holds("The gate, re-performed here, agrees with the record.");
        } else {
            open("The gate was not re-performed here.");
        }
    }

    private void artifacts(RunSnapshot run) {
        if (against(Kind.ARTIFACTS_CHANGED, Kind.ARTIFACTS_NOT_READ)) {
            return;
        }
        long recorded =
                run.artifacts().artifacts().stream().filter(a -> a.recorded() != null).count();
        boolean hashed =
                run.artifacts().artifacts().stream()
                        .filter(a -> a.recorded() != null)
                        .map(Artifact::sha256)
                        .allMatch(sha256 -> sha256 != null);
        if (recorded == 0) {
            open("No artifacts were recorded.");
        } else if (hashed) {
            holds(Numbers.count(recorded, "artifact") + ", unchanged since recorded.");
        }
    }

    private void waits(RunSnapshot run) {
        boolean against =
                against(
                        Kind.NOT_WAITING,
                        Kind.OTHER_KEY,
                        Kind.ALREADY_APPROVED,
                        Kind.ALREADY_REJECTED);
        String key = Waiting.of(run, policy).key();
        if (!against && decides() && !key.isEmpty()) {
            holds("The run waits for this: " + Quotes.line(key) + ".");
        }
    }
}
