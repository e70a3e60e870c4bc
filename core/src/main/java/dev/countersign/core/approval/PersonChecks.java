// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Who acted, against policy: whom it knows, as what, and who they may not be.
final class PersonChecks {
    private final Policy policy;
    private final ActPlace place;
    private final String person;

    PersonChecks(Policy policy, ActPlace place, String person) {
        this.policy = policy;
        this.place = place;
        this.person = person;
    }

    /// @param certified the identities that the certificate gives; null if nobody signed rightly
    /// @param trusted what was said of the certificate
    Judgement identity(@Nullable List<String> certified, Judgement trusted) {
        if (policy.identities() == null) {
            return Judgement.unchecked(
                    "no_identities",
                    "Policy "
                            + policy.version()
                            + " has no list of identities: "
                            + name()
                            + " is claimed.");
        }
        if (policy.identity(person) == null) {
            return failed(
                    "unknown_identity",
                    "Policy " + policy.version() + " does not know " + name() + ".");
        }
        if (certified == null) {
            return Judgement.unchecked(
                    "not_signed", name() + " is claimed: there is no signature that says so.");
        }
        if (certified.stream().noneMatch(id -> Identity.same(id, person))) {
            return failed(
                    "identity_not_certified",
                    "The certificate is not that of "
                            + name()
                            + ": it names "
                            + (certified.isEmpty() ? "nobody" : String.join(", ", certified))
                            + ".");
        }
        return trusted instanceof Judgement.Held
                ? new Judgement.Held()
                : Judgement.unchecked(
                        "certificate_not_trusted",
                        "The certificate names " + name() + ", but nothing vouches for it.");
    }

    Judgement role() {
        if (policy.identities() == null || place.role().isEmpty()) {
            return Judgement.unchecked("no_role", "Policy does not say who has which role.");
        }
        Identity known = policy.identity(person);
        return known != null && known.roles().contains(place.role())
                ? new Judgement.Held()
                : failed(
                        "role_missing",
                        name() + " does not have the role \"" + place.role() + "\".");
    }

    Judgement notAuthor() {
        if (place.author() == null) {
            return Judgement.unchecked("no_author", "Nothing says who the author is.");
        }
        return Identity.same(person, place.author())
                ? failed("is_author", name() + " is the author.")
                : new Judgement.Held();
    }

    Judgement notReviewer() {
        if (place.reviewer() == null) {
            return Judgement.unchecked("no_reviewer", "No reviewer is to be told apart.");
        }
        return Identity.same(person, place.reviewer())
                ? failed("is_reviewer", name() + " is the independent reviewer.")
                : new Judgement.Held();
    }

    private String name() {
        return person.isEmpty() ? "nobody" : person;
    }

    private static Judgement failed(String word, String sentence) {
        return new Judgement.Failed(List.of(new Reason(word, sentence)));
    }
}
