// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.SignatureTrust.StampTrust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The certificates that a workspace trusts, and what their issuers took back. Every certificate in
/// the folder is an anchor: its owner put it there. Immutable.
public final class TrustAnchors {
    private final List<Certificate> anchors;
    private final List<RevocationList> lists;
    private final List<TrustProblem> problems;

    TrustAnchors(
            List<Certificate> anchors, List<RevocationList> lists, List<TrustProblem> problems) {
        this.anchors = List.copyOf(anchors);
        this.lists = List.copyOf(lists);
        this.problems = List.copyOf(problems);
    }

    /// Reads a folder: every file that ends in `.pem`, `.crt`, `.cer`, `.der` or `.crl`. A folder
    /// that is not there has no anchors.
    ///
    /// @throws SourceException if it cannot be listed
    public static TrustAnchors read(Path folder) throws SourceException {
        return TrustFolder.read(folder);
    }

    /// No anchors: nothing is trusted, nothing is distrusted.
    public static TrustAnchors none() {
        return new TrustAnchors(List.of(), List.of(), List.of());
    }

    /// The anchors, in the order of the files.
    public List<Certificate> anchors() {
        return anchors;
    }

    /// The files that cannot be used.
    public List<TrustProblem> problems() {
        return problems;
    }

    /// Whether a signature that is right comes from somebody who is trusted, and since when it is
    /// there: a time-stamp counts if its authority is trusted, too.
    public SignatureTrust of(SignatureCheck.Verified signed) {
        JudgedAt claimed = JudgedAt.claimed(signed.signingTime());
        if (signed.timeStamp() == null) {
            return new SignatureTrust(
                    claimed, signer(signed.chain(), claimed), new StampTrust.None());
        }
        return switch (TimeStampToken.check(signed.timeStamp(), signed.signature())) {
            case TimeStampCheck.Failed failed ->
                    new SignatureTrust(
                            claimed, signer(signed.chain(), claimed), new StampTrust.Wrong(failed));
            case TimeStampCheck.Stamped stamp -> {
                TrustVerdict authority = authority(stamp);
                JudgedAt at =
                        authority instanceof TrustVerdict.Trusted
                                ? JudgedAt.proven(stamp.time())
                                : claimed;
                yield new SignatureTrust(
                        at, signer(signed.chain(), at), new StampTrust.Right(stamp, authority));
            }
        };
    }

    /// Whether the signer of a decision is trusted.
    ///
    /// @param chain the signer's certificate, and others that may lead to an anchor
    public TrustVerdict signer(List<Certificate> chain, JudgedAt at) {
        return judge(chain, at, Purpose.SIGNING);
    }

    /// Whether a time-stamp authority is trusted, for the time it gave itself.
    public TrustVerdict authority(TimeStampCheck.Stamped stamp) {
        return judge(stamp.chain(), JudgedAt.proven(stamp.time()), Purpose.TIME_STAMPING);
    }

    private TrustVerdict judge(List<Certificate> chain, JudgedAt at, Purpose purpose) {
        List<TrustNote> notes = new ArrayList<>();
        for (TrustProblem problem : problems) {
            notes.add(new TrustNote(TrustNote.Kind.FILE_NOT_USED, problem.message()));
        }
        if (anchors.isEmpty()) {
            return new TrustVerdict.NotChecked(notes);
        }
        return new PathJudge(anchors, lists, at, purpose, notes).judge(chain);
    }
}
