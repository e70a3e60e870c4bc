// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.TrustFault.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Judges the ways from a certificate to an anchor; one that holds is enough.
final class PathJudge {
    private final List<Certificate> anchors;
    private final List<RevocationList> lists;
    private final JudgedAt at;
    private final Purpose purpose;
    private final List<TrustNote> notes;

    PathJudge(
            List<Certificate> anchors,
            List<RevocationList> lists,
            JudgedAt at,
            Purpose purpose,
            List<TrustNote> notes) {
        this.anchors = anchors;
        this.lists = lists;
        this.at = at;
        this.purpose = purpose;
        this.notes = notes;
    }

    TrustVerdict judge(List<Certificate> chain) {
        Certificate subject = chain.getFirst();
        TrustVerdict first = null;
        for (List<Certificate> path : new PathSearch(anchors, chain).from(subject)) {
            TrustVerdict verdict = judgePath(path);
            if (verdict instanceof TrustVerdict.Trusted) {
                return verdict;
            }
            first = first == null ? verdict : first;
        }
        return first == null ? foreign(subject, chain.getLast()) : first;
    }

    private TrustVerdict foreign(Certificate subject, Certificate last) {
        List<TrustFault> faults = new ArrayList<>();
        faults.add(
                new TrustFault(
                        Kind.FOREIGN,
                        subject.names().shown(),
                        null,
                        subject.selfIssued() ? "itself" : last.names().issuer()));
        checkOwn(subject, faults);
        return new TrustVerdict.NotTrusted(faults, notes);
    }

    private TrustVerdict judgePath(List<Certificate> path) {
        List<TrustFault> faults = new ArrayList<>();
        List<TrustNote> said = new ArrayList<>(notes);
        checkOwn(path.getFirst(), faults);
        for (Certificate issuer : path.subList(1, path.size())) {
            checkValidity(issuer, faults);
        }
        for (int i = 0; i + 1 < path.size(); i++) {
            checkRevocation(path.get(i), path.get(i + 1), faults, said);
        }
        if (faults.isEmpty()) {
            PathValidation.of(path, at.instant()).ifPresent(faults::add);
        }
        return faults.isEmpty()
                ? new TrustVerdict.Trusted(path, said)
                : new TrustVerdict.NotTrusted(faults, said);
    }

    private void checkOwn(Certificate certificate, List<TrustFault> faults) {
        checkValidity(certificate, faults);
        boolean fits =
                switch (purpose) {
                    case SIGNING -> KeyUsages.signs(certificate.x509());
                    case TIME_STAMPING -> KeyUsages.stamps(certificate.x509());
                };
        if (!fits) {
            List<String> usages = KeyUsages.names(certificate.x509());
            faults.add(fault(Kind.WRONG_USAGE, certificate, null, String.join(", ", usages)));
        }
    }

    private void checkValidity(Certificate certificate, List<TrustFault> faults) {
        if (at.instant().isBefore(certificate.notBefore())) {
            faults.add(fault(Kind.NOT_YET_VALID, certificate, certificate.notBefore(), ""));
        }
        if (at.instant().isAfter(certificate.notAfter())) {
            faults.add(fault(Kind.EXPIRED, certificate, certificate.notAfter(), ""));
        }
    }

    private void checkRevocation(
            Certificate certificate,
            Certificate issuer,
            List<TrustFault> faults,
            List<TrustNote> said) {
        List<RevocationList> its = lists.stream().filter(list -> list.isOf(issuer)).toList();
        for (RevocationList list : its) {
            RevocationList.Entry entry = list.entry(certificate);
            if (entry != null && counts(entry)) {
                String why =
                        entry.reason() == null ? "" : " (" + words(entry.reason().name()) + ")";
                faults.add(fault(Kind.REVOKED, certificate, entry.at(), why + unproven(entry)));
                return;
            }
        }
        note(its, issuer.names().shown()).ifPresent(said::add);
    }

    /// What the lists of an issuer leave open.
    private Optional<TrustNote> note(List<RevocationList> its, String issuer) {
        if (its.isEmpty()) {
            return Optional.of(
                    new TrustNote(
                            TrustNote.Kind.REVOCATION_NOT_CHECKED,
                            "Revocation not checked: there is no list of " + issuer + "."));
        }
        return its.stream().anyMatch(list -> reaches(list.nextUpdate()))
                ? Optional.empty()
                : Optional.of(
                        new TrustNote(
                                TrustNote.Kind.REVOCATION_LIST_OLD,
                                "Revocation not checked to the end: the newest list of "
                                        + issuer
                                        + " ends before "
                                        + at.instant()
                                        + "."));
    }

    /// A time that only the signer vouches for is no alibi; a time-stamp is one, but not for the
    /// authority that made it.
    private boolean counts(RevocationList.Entry entry) {
        if (!at.proven()) {
            return true;
        }
        boolean before = !entry.at().isAfter(at.instant());
        return before || purpose == Purpose.TIME_STAMPING && !entry.harmless();
    }

    private String unproven(RevocationList.Entry entry) {
        return !at.proven() && entry.at().isAfter(at.instant())
                ? ", and only the signer says that the signature is older"
                : "";
    }

    private boolean reaches(@Nullable Instant nextUpdate) {
        return nextUpdate == null || !nextUpdate.isBefore(at.instant());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static TrustFault fault(
            Kind kind, Certificate certificate, @Nullable Instant when, String detail) {
        return new TrustFault(kind, certificate.names().shown(), when, detail);
    }
}
