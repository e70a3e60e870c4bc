// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_MISSING;
import static dev.countersign.core.testkit.Tamper.everywhere;
import static dev.countersign.core.testkit.Tamper.notLast;
import static dev.countersign.core.testkit.TamperSite.fault;

import dev.countersign.core.chain.FaultCategory;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Edits of the hash field.
final class HashTampers {
    private HashTampers() {}

    static List<Tamper> all() {
        return List.of(
                everywhere("hash replaced", s -> replaced(s, s.strangeHash())),
                everywhere(
                        "hash of a neighbour",
                        s -> replaced(s, s.log().hash(s.first() ? 1 : s.at() - 1))),
                unfit("hash in upper case", h -> h.toUpperCase(Locale.ROOT)),
                unfit("hash cut short", h -> h.substring(1)),
                unfit("hash made longer", h -> h + "0"),
                unfit("hash emptied", h -> ""),
                unfit("hash with a space", h -> h + " "),
                unfit("hash with another letter", h -> "g" + h.substring(1)),
                unfit("hash in full-width digits", h -> "\uff11" + h.substring(1)),
                missing("hash made a number", s -> s.hashed(SlowValue.Int.of(42))),
                missing("hash nulled", s -> s.hashed(SlowValue.NULL)),
                missing("hash made a flag", s -> s.hashed(new SlowValue.Bool(true))),
                missing("hash in a list", s -> s.hashed(listed(s))),
                missing("hash removed", s -> s.edited(r -> r.without(s.format().hashField()))),
                missing(
                        "hash key renamed",
                        s -> s.edited(r -> r.renamed(s.format().hashField(), "Hash"))),
                everywhere("hash and link exchanged", HashTampers::exchanged),
                everywhere("text and hash replaced", HashTampers::both),
                notLast("hash and the next link replaced", HashTampers::withNextLink));
    }

    private static Tampered replaced(TamperSite site, String hash) {
        return site.gives(site.hashed(hash), site.last() ? CONTENT_MODIFIED : HASH_FIELD_MODIFIED);
    }

    private static Tamper unfit(String name, UnaryOperator<String> edit) {
        return everywhere(
                name,
                s -> s.gives(s.hashed(edit.apply(s.log().hash(s.at()))), HASH_FIELD_MODIFIED));
    }

    private static Tamper missing(String name, Function<TamperSite, GeneratedLog> edit) {
        return everywhere(name, s -> s.gives(edit.apply(s), HASH_MISSING));
    }

    private static SlowValue listed(TamperSite site) {
        return new SlowValue.Arr(List.of(new SlowValue.Str(site.log().hash(site.at()))));
    }

    private static Tampered exchanged(TamperSite site) {
        String hash = site.log().hash(site.at());
        String link = site.log().before(site.at());
        GeneratedLog changed =
                site.edited(r ->
                        r.with(site.format().hashField(), link)
                                .with(site.format().prevField(), hash));
        FaultCategory category = site.first() ? HASH_FIELD_MODIFIED : CONTENT_MODIFIED;
        return site.gives(changed, category);
    }

    private static Tampered both(TamperSite site) {
        String hash = site.strangeHash();
        GeneratedLog changed =
                site.edited(r ->
                        r.with(site.textKey(), "tampered").with(site.format().hashField(), hash));
        return site.gives(changed, CONTENT_MODIFIED);
    }

    private static Tampered withNextLink(TamperSite site) {
        String hash = site.strangeHash();
        GeneratedLog changed =
                site.hashed(hash).edit(site.at() + 1, r -> r.with(site.format().prevField(), hash));
        return site.gives(
                changed,
                fault(site.at(), CONTENT_MODIFIED),
                fault(site.at() + 1, CONTENT_MODIFIED));
    }
}
