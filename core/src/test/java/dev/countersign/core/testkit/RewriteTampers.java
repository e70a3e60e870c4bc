// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REWRITTEN;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.last;
import static dev.countersign.core.testkit.Tamper.notLast;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;

import java.util.List;

/// Edits by somebody who can hash: nothing but the successor, or a checkpoint, gives them away.
final class RewriteTampers {
    private RewriteTampers() {}

    static List<Tamper> all() {
        return List.of(
                notLast(
                        "edited and re-hashed",
                        s -> s.gives(resealed(s), fault(s.at() + 1, RECORD_MISSING))),
                notLast("two edited and re-hashed", RewriteTampers::two),
                notLast("edited and re-hashed, with proof", RewriteTampers::proven),
                last("edited and re-hashed", s -> mismatch(s, resealed(s))),
                everywhere(
                        "edited and the rest rebuilt",
                        s -> mismatch(s, resealed(s).rebuilt(s.at() + 1))),
                everywhere("deleted and the rest rebuilt", RewriteTampers::shortened),
                everywhere("inserted and the rest rebuilt", RewriteTampers::lengthened),
                everywhere("whole log replaced", s -> mismatch(s, s.otherLog())));
    }

    private static GeneratedLog resealed(TamperSite site) {
        return site.log().editSealed(site.at(), record -> record.with(site.textKey(), "rewritten"));
    }

    private static Tampered two(TamperSite site) {
        GeneratedLog one = resealed(site);
        GeneratedLog both =
                one.edit(
                        site.at() + 1,
                        r ->
                                SlowChain.below(
                                        site.format(),
                                        one.hash(site.at()),
                                        r.with(site.textKey(), "too")));
        return site.gives(both, fault(site.at() + 2, RECORD_MISSING));
    }

    /// A checkpoint taken just after the record proves that it was another one.
    private static Tampered proven(TamperSite site) {
        Checkpoint seen = site.log().without(site.at() + 1, site.log().size()).checkpoint();
        Expected expected =
                Expected.first(site.at(), RECORD_REWRITTEN).against(CheckpointResult.HEAD_MISMATCH);
        return site.gives(resealed(site), expected).against(seen, false);
    }

    private static Tampered mismatch(TamperSite site, GeneratedLog changed) {
        Expected expected = Expected.intact().against(CheckpointResult.HEAD_MISMATCH);
        return site.gives(changed, expected).against(site.log().checkpoint(), false);
    }

    private static Tampered shortened(TamperSite site) {
        GeneratedLog changed = site.log().without(site.at(), site.at() + 1).rebuilt(site.at());
        Expected expected = Expected.intact().against(CheckpointResult.TAIL_MISSING);
        return site.gives(changed, expected).against(site.log().checkpoint(), false);
    }

    private static Tampered lengthened(TamperSite site) {
        LogLine more = site.stranger(site.log().before(site.at()));
        return mismatch(site, site.log().insert(site.at(), more).rebuilt(site.at()));
    }
}
