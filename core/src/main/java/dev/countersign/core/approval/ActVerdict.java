// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be said of one act in a log: an unsigned one is just recorded.
///
/// @param record 0-based
/// @param kind what kind of act it is
/// @param person who acted, as written; empty if nothing says
/// @param signature what the signature says of itself; null if there is none, or it is not right
/// @param aspects each aspect's judgement
/// @param notes what is to be read with them, e.g. that no revocation list was there
public record ActVerdict(
        long record,
        ActKind kind,
        String person,
        @Nullable Signed signature,
        Map<Aspect, Judgement> aspects,
        List<Reason> notes) {
    private static final Aspect[] SIGNATURE = {
        Aspect.SIGNATURE, Aspect.STATEMENT, Aspect.POSITION, Aspect.ARTIFACTS
    };
    private static final Aspect[] POLICY = {
        Aspect.IDENTITY, Aspect.ROLE, Aspect.NOT_AUTHOR, Aspect.NOT_REVIEWER
    };

    private static final Set<Aspect> LOOKED_AT =
            Set.of(Aspect.ARTIFACTS, Aspect.TRUST, Aspect.TIME_STAMP, Aspect.IDENTITY);

    public ActVerdict {
        aspects = Collections.unmodifiableMap(new EnumMap<>(aspects));
        notes = List.copyOf(notes);
    }

    /// What a signature that is right says of itself.
    ///
    /// @param subject whose it is, for people
    /// @param algorithm how it was made
    /// @param signingTime when, as the signer says
    /// @param timeStamp when, as a time-stamp authority says; null if none does that is right
    public record Signed(
            String subject, String algorithm, Instant signingTime, @Nullable Instant timeStamp) {
        /// The best that is known of when it was signed.
        public Instant at() {
            return timeStamp == null ? signingTime : timeStamp;
        }
    }

    /// The judgement of an aspect.
    public Judgement of(Aspect aspect) {
        Judgement judgement = aspects.get(aspect);
        if (judgement == null) {
            throw new IllegalStateException("nothing is said of " + aspect);
        }
        return judgement;
    }

    /// Whether the signature is right and about this record, in this place, with these artifacts.
    public Judgement signed() {
        return together(Aspect.SIGNATURE, SIGNATURE);
    }

    /// Whether the certificate is one that the workspace trusts.
    public Judgement trusted() {
        return of(Aspect.TRUST);
    }

    /// Whether policy lets this person act: it is only held if the certificate says who they are.
    public Judgement allowed() {
        return together(Aspect.IDENTITY, POLICY);
    }

    /// Whether its signature holds, and neither the anchors nor the identities that are known here
    /// speak against whoever signed. Where there are none, the claimed identity stands.
    public boolean holds() {
        return signed() instanceof Judgement.Held
                && !(trusted() instanceof Judgement.Failed)
                && !(allowed() instanceof Judgement.Failed);
    }

    /// Whether it claims a signature that is not right, or is not of this record in this place.
    public boolean forged() {
        return of(Aspect.SIGNATURE) instanceof Judgement.Failed
                || of(Aspect.STATEMENT) instanceof Judgement.Failed
                || of(Aspect.POSITION) instanceof Judgement.Failed;
    }

    /// Every reason against it, in the order of the aspects, and what was not looked at where that
    /// matters: of an unsigned act only that it is not signed.
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        boolean signed = of(Aspect.SIGNATURE) instanceof Judgement.Held;
        aspects.forEach((aspect, judgement) -> {
            boolean matters = signed ? LOOKED_AT.contains(aspect) : aspect == Aspect.SIGNATURE;
            switch (judgement) {
                case Judgement.Held held -> {
                    // says nothing
                }
                case Judgement.Failed(List<Reason> why) -> reasons.addAll(why);
                case Judgement.Unchecked(Reason why) -> {
                    if (matters) {
                        reasons.add(why);
                    }
                }
            }
        });
        reasons.addAll(notes);
        return List.copyOf(reasons);
    }

    /// Failed if one of them is; otherwise what the one says that can vouch for them.
    private Judgement together(Aspect vouches, Aspect... all) {
        List<Reason> against = new ArrayList<>();
        for (Aspect aspect : all) {
            if (of(aspect) instanceof Judgement.Failed(List<Reason> reasons)) {
                against.addAll(reasons);
            }
        }
        return against.isEmpty() ? of(vouches) : new Judgement.Failed(against);
    }
}
