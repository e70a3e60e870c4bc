// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// What the ledger of a workspace has beside its runs that a workpaper tells: the draws of its
/// month, who stands for its sample, and results of performing runs again that somebody signed.
///
/// @param draws of the month, the earliest first; none where no month is asked about
/// @param signOffs of the month's sample, the earliest first
/// @param signed results, the earliest first
public record LedgerFacts(
        List<RecordedDraw> draws, List<SampleSignedOff> signOffs, List<SignedResults> signed) {
    /// Where there is no ledger.
    public static final LedgerFacts NONE = new LedgerFacts(List.of(), List.of(), List.of());

    public LedgerFacts {
        draws = List.copyOf(draws);
        signOffs = List.copyOf(signOffs);
        signed = List.copyOf(signed);
    }

    /// What it had at an instant.
    ///
    /// @param month null: all runs are asked about
    /// @throws SourceException if the ledger or the anchors cannot be read
    public static LedgerFacts of(
            LedgerStore ledger,
            @Nullable YearMonth month,
            Instant at,
            Policy policy,
            ActVerifier verifier)
            throws SourceException {
        List<RecordedDraw> draws = month == null ? List.of() : SampleEntries.draws(ledger, month);
        List<SampleSignedOff> signOffs =
                month == null ? List.of() : SampleSignedOff.in(ledger, month, policy, verifier);
        return new LedgerFacts(
                draws.stream().filter(draw -> !after(draw.at(), at)).toList(),
                signOffs.stream().filter(one -> !after(one.at(), at)).toList(),
                SignedResults.in(ledger, policy, verifier).stream()
                        .filter(one -> !after(one.at(), at))
                        .toList());
    }

    /// A time that is none is for the ledger's own check to name.
    private static boolean after(String time, Instant at) {
        try {
            return Instant.parse(time).isAfter(at);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
