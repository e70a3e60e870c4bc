// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Who may act on a run, asked before anybody signs (FORMATS 1, cross-check 5; PRODUCT, "nobody
/// here may approve this").
final class Segregation {
    private final Policy policy;
    private final Act act;
    private final @Nullable String author;
    private final @Nullable String reviewer;
    private final String role;

    /// @param role what the act needs; empty if policy asks for none
    Segregation(RunSnapshot run, Policy policy, Act act, String role) {
        this(policy, act, role, run.author(), reviewer(run, policy, act));
    }

    /// Of a finding without a log: nobody reviewed it.
    Segregation(Policy policy, Act act, String role, @Nullable String author) {
        this(policy, act, role, author, null);
    }

    private Segregation(
            Policy policy,
            Act act,
            String role,
            @Nullable String author,
            @Nullable String reviewer) {
        this.policy = policy;
        this.act = act;
        this.role = role;
        this.author = author;
        this.reviewer = reviewer;
    }

    private static @Nullable String reviewer(RunSnapshot run, Policy policy, Act act) {
        RecordedReview review = run.review();
        boolean asked = policy.segregation().approverIsNotReviewer() && act.kind().decides();
        return review == null || !asked ? null : review.reviewer();
    }

    /// What stands against somebody; also against nobody in particular.
    ///
    /// @param claimed null: nobody has said who acts
    List<Obstacle> against(@Nullable String claimed) {
        String identity = claimed == null ? null : claimed.strip();
        List<Obstacle> obstacles = new ArrayList<>();
        if ((author == null || author.isBlank()) && act instanceof Act.Approve) {
            obstacles.add(
                    new Obstacle(
                            Kind.NO_AUTHOR,
                            "Nothing says who the author is, so nobody can be shown to be"
                                    + " somebody else."));
        }
        nobody(obstacles);
        if (identity == null || identity.isEmpty()) {
            obstacles.add(
                    new Obstacle(Kind.NO_IDENTITY, "Say who signs: an e-mail address or user id."));
            return obstacles;
        }
        if (Identity.same(identity, author)) {
            obstacles.add(
                    new Obstacle(
                            Kind.IS_AUTHOR,
                            identity
                                    + " is the author: somebody independent has to "
                                    + verb()
                                    + " it."));
        }
        if (Identity.same(identity, reviewer)) {
            obstacles.add(
                    new Obstacle(
                            Kind.IS_REVIEWER,
                            identity
                                    + " reviewed this run: policy wants somebody else to "
                                    + verb()
                                    + " it."));
        }
        listed(identity, obstacles);
        return obstacles;
    }

    private void listed(String identity, List<Obstacle> obstacles) {
        if (policy.identities() == null) {
            return; // no list: the claimed identity is recorded, and the policy channel says so
        }
        Identity known = policy.identity(identity);
        if (known == null) {
            obstacles.add(
                    new Obstacle(
                            Kind.UNKNOWN_IDENTITY,
                            "Policy "
                                    + policy.version()
                                    + " does not know "
                                    + identity
                                    + ": its owner has to add them."));
        } else if (!role.isEmpty() && !known.roles().contains(role)) {
            obstacles.add(
                    new Obstacle(
                            Kind.NO_ROLE,
                            identity
                                    + " does not have the role \""
                                    + role
                                    + "\": theirs "
                                    + (known.roles().isEmpty()
                                            ? "are none."
                                            : "is " + String.join(", ", known.roles()) + ".")));
        }
    }

    private void nobody(List<Obstacle> obstacles) {
        List<Identity> identities = policy.identities();
        if (identities == null) {
            return;
        }
        for (Identity identity : identities) {
            boolean independent =
                    !Identity.same(identity.id(), author)
                            && !Identity.same(identity.id(), reviewer);
            if (independent && (role.isEmpty() || identity.roles().contains(role))) {
                return;
            }
        }
        obstacles.add(
                new Obstacle(
                        Kind.NOBODY_ELIGIBLE,
                        "Nobody whom policy "
                                + policy.version()
                                + " knows may "
                                + verb()
                                + " this"
                                + (role.isEmpty() ? "" : " as \"" + role + "\"")
                                + ": its owner has to name somebody independent."));
    }

    private String verb() {
        return switch (act) {
            case Act.Approve approve -> "approve";
            case Act.Reject reject -> "reject";
            case Act.Review review -> "review";
            case Act.Observe observe -> "observe";
            case Act.Dispose dispose -> "close";
            case Act.Reperform reperform -> "perform again";
            case Act.SignOff signOff -> "sign off";
        };
    }
}
