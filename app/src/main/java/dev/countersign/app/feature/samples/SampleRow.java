// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.SamplesText;
import dev.countersign.app.text.TimeText;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleCoverage.Observation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A run that is to be looked at.
///
/// @param member the run; null if it was drawn and is not there any more
/// @param place its place in the draw, from 1; 0 if it is looked at in any case
/// @param drawn how many were drawn
/// @param wanted who is to look, who has looked
public record SampleRow(@Nullable Member member, int place, int drawn, SampleCoverage.Row wanted) {
    static List<SampleRow> of(SampleCoverage coverage) {
        Map<String, Member> members = new HashMap<>();
        coverage.population().members().forEach(member -> members.put(member.runId(), member));
        int drawn = (int) coverage.rows().stream().filter(SampleCoverage.Row::drawn).count();
        List<SampleRow> rows = new ArrayList<>();
        int place = 0;
        for (SampleCoverage.Row row : coverage.rows()) {
            place += row.drawn() ? 1 : 0;
            rows.add(new SampleRow(members.get(row.runId()), row.drawn() ? place : 0, drawn, row));
        }
        return rows;
    }

    /// Its id.
    public String runId() {
        return wanted.runId();
    }

    String why() {
        return SamplesText.why(member == null ? null : member.verdict(), place, drawn);
    }

    /// False where somebody has looked at what is still there, and no signature holds.
    boolean proven() {
        return member == null || wanted.observed() || wanted.observations().isEmpty();
    }

    Mark mark() {
        if (member == null) {
            return Mark.MALFORMED;
        }
        return wanted.observed() ? Mark.VERIFIED : proven() ? Mark.OPEN : Mark.MALFORMED;
    }

    /// Observed, observed without a signature that holds, not yet, or gone.
    public String state() {
        return SamplesText.state(wanted, member != null);
    }

    /// Who has looked.
    String by() {
        Observation seen = seen();
        return seen == null ? "" : "by " + Foreign.visible(seen.by());
    }

    /// When.
    String when(ZoneId viewer) {
        Observation seen = seen();
        Instant at = seen == null ? null : seen.at();
        return at == null ? "\u2013" : TimeText.local(at.atZone(viewer));
    }

    /// Who is to look; nothing where somebody has and nobody was asked to. What is not proven says
    /// what would prove it.
    String assigned() {
        String to = wanted.assignedTo();
        if (to == null) {
            return wanted.observed() ? "" : proven() ? "not assigned" : SamplesText.LACKS;
        }
        return "to " + Foreign.visible(to);
    }

    /// The one that counts, else the first.
    private @Nullable Observation seen() {
        List<Observation> all = wanted.observations();
        return all.stream()
                .filter(Observation::holds)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }
}
