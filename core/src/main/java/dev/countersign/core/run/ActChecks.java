// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Signatures, certificates and identities of whoever acted (FORMATS 4), as channel verdicts. One
/// that does not hold fails its channel; it is verified if everything that counts was looked at.
final class ActChecks {
    private final LogGround ground;
    private final List<ActVerdict> acts;
    private final Set<Long> effective;

    /// @param effective the records of the approvals that count
    ActChecks(LogGround ground, List<ActVerdict> acts, Set<Long> effective) {
        this.ground = ground;
        this.acts = acts;
        this.effective = effective;
    }

    /// Each signature holds, and what counts is signed.
    Check signatures() {
        return check(Kind.SIGNATURES, ActVerdict::signed, Why.NO_ARTIFACTS_FOLDER);
    }

    /// Each certificate is trusted.
    Check certificates() {
        return check(Kind.CERTIFICATES, ActVerdict::trusted, Why.NO_ANCHORS);
    }

    /// Each person is who they say they are, and policy knows them in the role.
    Check identities() {
        if (ground.silence() == null && acts.isEmpty()) {
            return LogGround.unchecked(Kind.IDENTITIES, Why.NOTHING_RECORDED);
        }
        List<Evidence> against = new ArrayList<>();
        boolean certain = true;
        boolean listed = true;
        boolean any = false;
        for (ActVerdict act : acts) {
            if (effective.contains(act.record()) || act.signature() != null) {
                any = true;
                evidence(act, act.of(Aspect.IDENTITY), against);
                evidence(act, act.of(Aspect.ROLE), against);
                certain &= act.of(Aspect.IDENTITY) instanceof Judgement.Held;
                listed &= !says(act.of(Aspect.IDENTITY), "no_identities");
            }
        }
        Check check = ground.check(Kind.IDENTITIES, against);
        if (check.outcome() != Outcome.VERIFIED || any && certain) {
            return check;
        }
        Why why = listed ? Why.NOT_CERTIFIED : Why.NO_IDENTITIES;
        return LogGround.unchecked(Kind.IDENTITIES, any ? why : Why.NOTHING_RECORDED);
    }

    private Check check(Kind kind, Function<ActVerdict, Judgement> judged, Why unlooked) {
        List<Evidence> against = new ArrayList<>();
        boolean signed = false;
        boolean all = true;
        boolean partly = false;
        for (ActVerdict act : acts) {
            boolean here = !says(act.of(Aspect.SIGNATURE), "not_signed");
            signed |= here;
            if (here || effective.contains(act.record())) {
                all &= judged.apply(act) instanceof Judgement.Held;
                partly |= !here;
                evidence(act, judged.apply(act), against);
            }
        }
        if (ground.silence() == null && !signed) {
            return LogGround.unchecked(kind, Why.NOT_SIGNED);
        }
        Check check = ground.check(kind, against);
        return check.outcome() != Outcome.VERIFIED || all
                ? check
                : LogGround.unchecked(kind, partly ? Why.PARTLY_SIGNED : unlooked);
    }

    private static boolean says(Judgement judgement, String word) {
        return judgement instanceof Judgement.Unchecked unchecked
                && unchecked.reason().word().equals(word);
    }

    private static void evidence(ActVerdict act, Judgement judgement, List<Evidence> against) {
        if (judgement instanceof Judgement.Failed failed) {
            for (Reason reason : failed.reasons()) {
                against.add(
                        new Evidence(act.kind().event(), act.record(), null, reason.sentence()));
            }
        }
    }
}
