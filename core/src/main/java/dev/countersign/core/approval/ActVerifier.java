// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsVerifier;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SignatureCheck;
import dev.countersign.core.trust.SignatureCheck.Verified;
import dev.countersign.core.trust.SignatureFault;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Verifies acts of a run log, each aspect for itself (FORMATS 4). Nothing is read: a record and
/// its place are all it takes. May be used by several threads.
public final class ActVerifier {
    private static final String NOT_SIGNED = "not_signed";

    private final Policy policy;
    private final TrustPlace trust;

    /// @param policy whom it knows, and who may not be whom
    /// @param trust where the anchors are that certificates are held against
    public ActVerifier(Policy policy, TrustPlace trust) {
        this.policy = policy;
        this.trust = trust;
    }

    /// Verifies one act.
    ///
    /// @param index of the record, 0-based
    /// @param record all its fields, its signature and hash among them
    /// @throws SourceException if the anchors cannot be read
    public ActVerdict verify(long index, ActKind kind, JsonObject record, ActPlace place)
            throws SourceException {
        String person = Objects.requireNonNullElse(record.string(kind.person()), "");
        Map<Aspect, Judgement> aspects = new EnumMap<>(Aspect.class);
        PersonChecks persons = new PersonChecks(policy, place, person);
        aspects.put(Aspect.ROLE, persons.role());
        aspects.put(Aspect.NOT_AUTHOR, persons.notAuthor());
        aspects.put(Aspect.NOT_REVIEWER, persons.notReviewer());
        Verified verified = signature(record, aspects);
        Certified certified = verified == null ? null : Certified.of(verified, trust.anchors());
        Judgement none = Judgement.unchecked(NOT_SIGNED, "There is no certificate.");
        Judgement trusted = certified == null ? none : certified.trusted();
        aspects.put(Aspect.TRUST, trusted);
        aspects.put(Aspect.TIME_STAMP, certified == null ? none : certified.stamped());
        List<String> names = verified == null ? null : verified.signer().names().identities();
        aspects.put(Aspect.IDENTITY, persons.identity(names, trusted));
        if (verified == null) {
            Judgement unstated =
                    Judgement.unchecked(NOT_SIGNED, "There is no statement to compare.");
            aspects.put(Aspect.STATEMENT, unstated);
            aspects.put(Aspect.POSITION, unstated);
            aspects.put(Aspect.ARTIFACTS, unstated);
        } else {
            statement(verified.content(), kind, record, place, aspects);
        }
        return new ActVerdict(
                index,
                kind,
                person,
                certified == null ? null : certified.signed(),
                aspects,
                certified == null ? List.of() : notes(certified));
    }

    /// Whoever hands over a folder may have put anchors beside its runs: a certificate that is
    /// trusted, or is not, says by whose word.
    private List<Reason> notes(Certified certified) {
        Path folder = trust.folder();
        if (folder == null || certified.trusted() instanceof Judgement.Unchecked) {
            return certified.notes();
        }
        List<Reason> notes = new ArrayList<>(certified.notes());
        notes.add(
                new Reason(
                        "trust_from",
                        "The certificate was held against the anchors in " + folder + "."));
        return notes;
    }

    /// What is to be said of an act that was not looked at, because there were too many before it.
    public static ActVerdict beyond(long index, ActKind kind, JsonObject record) {
        Judgement unread =
                Judgement.unchecked(
                        "too_many", "There are more acts in this log than are looked at.");
        Map<Aspect, Judgement> aspects = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            aspects.put(aspect, unread);
        }
        String person = Objects.requireNonNullElse(record.string(kind.person()), "");
        return new ActVerdict(index, kind, person, null, aspects, List.of());
    }

    private static @Nullable Verified signature(JsonObject record, Map<Aspect, Judgement> aspects) {
        String base64 = record.string("signature");
        if (record.get("signature") == null) {
            aspects.put(
                    Aspect.SIGNATURE,
                    Judgement.unchecked(NOT_SIGNED, "It is recorded, and not signed."));
            return null;
        }
        Octets cms = base64 == null ? null : Octets.ofBase64(base64).orElse(null);
        if (cms == null) {
            aspects.put(
                    Aspect.SIGNATURE,
                    new Judgement.Failed(
                            List.of(
                                    new Reason(
                                            "not_base64",
                                            "What stands for the signature is no Base64."))));
            return null;
        }
        // no pattern switch: linking one costs a short command more than its work
        SignatureCheck check = CmsVerifier.check(cms);
        if (check instanceof SignatureCheck.Failed(List<SignatureFault> faults)) {
            aspects.put(
                    Aspect.SIGNATURE,
                    new Judgement.Failed(faults.stream().map(ActVerifier::reason).toList()));
            return null;
        }
        aspects.put(Aspect.SIGNATURE, new Judgement.Held());
        return (Verified) check;
    }

    private static Reason reason(SignatureFault fault) {
        return new Reason(
                "signature_" + fault.kind().name().toLowerCase(Locale.ROOT), fault.message());
    }

    private static void statement(
            Octets content,
            ActKind kind,
            JsonObject record,
            ActPlace place,
            Map<Aspect, Judgement> aspects) {
        byte[] bytes = content.toArray();
        ActStatement statement = ActStatement.read(bytes);
        if (statement == null) {
            aspects.put(
                    Aspect.STATEMENT,
                    new Judgement.Failed(
                            List.of(
                                    new Reason(
                                            "statement_unreadable",
                                            "What was signed is not a JSON object."))));
            Judgement none =
                    Judgement.unchecked(
                            "statement_unreadable", "There is no statement to compare.");
            aspects.put(Aspect.POSITION, none);
            aspects.put(Aspect.ARTIFACTS, none);
            return;
        }
        aspects.put(Aspect.STATEMENT, Judgement.of(statement.against(kind, record, bytes)));
        PlaceChecks checks = new PlaceChecks(statement, place);
        aspects.put(Aspect.POSITION, checks.position(record));
        aspects.put(Aspect.ARTIFACTS, checks.artifacts());
    }
}
