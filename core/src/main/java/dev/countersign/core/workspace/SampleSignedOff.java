// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// That somebody stands for the sample of a period, as the ledger has it. A signature is verified
/// when it is read, and held against what the entry says around it.
///
/// @param position of the entry in the ledger
/// @param at when the entry was written
/// @param by who: of a signed one whom the signature names, else whoever sat at the desk
/// @param populationSha256 of the population
/// @param observed how many runs were looked at, as it says
/// @param note what was said of it
/// @param verdict what is to be said of the signature; null: it is an entry, and not signed
public record SampleSignedOff(
        long position,
        String at,
        String by,
        String populationSha256,
        String observed,
        String note,
        @Nullable ActVerdict verdict) {
    static final String RECORD = "record";
    private static final String POPULATION = "population_sha256";
    private static final String OBSERVED = "observed";

    /// Those of a period, the earliest first.
    ///
    /// @throws SourceException if the ledger or the anchors cannot be read
    public static List<SampleSignedOff> in(
            LedgerStore ledger, YearMonth period, Policy policy, ActVerifier verifier)
            throws SourceException {
        List<SampleSignedOff> all = new ArrayList<>();
        for (LedgerEvent event : SampleEntries.find(ledger, DeskAction.SAMPLE_SIGNED_OFF, period)) {
            JsonObject said = event.details();
            JsonObject record = said.get(RECORD) instanceof JsonObject signed ? signed : null;
            ActVerdict verdict =
                    record == null
                            ? null
                            : verdict(event.position(), record, period, policy, verifier);
            all.add(
                    new SampleSignedOff(
                            event.position(),
                            event.timestamp(),
                            verdict == null ? event.actorId() : verdict.person(),
                            text(record == null ? said : record, POPULATION),
                            text(record == null ? said : record, OBSERVED),
                            text(
                                    record == null ? said : record,
                                    record == null ? "note" : "rationale"),
                            verdict));
        }
        return all;
    }

    /// What is to be said of a signed record. It must be of this period: elsewhere it is another's.
    static ActVerdict verdict(
            long position, JsonObject record, YearMonth period, Policy policy, ActVerifier verifier)
            throws SourceException {
        boolean same = period.toString().equals(record.string("period"));
        String draw = same ? text(record, "reviewed_head") : "of another period";
        String role = ActRole.of(policy, ActKind.SAMPLE_SIGN_OFF, "", "", "");
        return verifier.verify(
                position, ActKind.SAMPLE_SIGN_OFF, record, ActPlace.ofResults(draw, role));
    }

    private static String text(JsonObject said, String key) {
        if (said.get(key) instanceof JsonNumber(String token)) {
            return token;
        }
        String text = said.string(key);
        return text == null ? "" : text;
    }
}
