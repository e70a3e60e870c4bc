// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the bundle stands that is looked at, or that what is looked at lies in.
///
/// @param path of the bundle
/// @param standing null if there is no bundle
record InBundle(Path path, @Nullable BundleStanding standing) {
    static final InBundle NONE = new InBundle(Path.of(""), null);

    /// Verifies the bundle around a path, and the bundle that the path itself may be.
    static InBundle around(Path path, Arguments arguments, Console console)
            throws UsageException, SourceException {
        PackedPath packed = PackedPath.of(path);
        if (packed == null) {
            return NONE;
        }
        Path bundle = packed.bundle().equals(packed.run()) ? path : packed.bundle();
        BundleCheck check = new BundleCheck(arguments, console, VerifyRequest.DEFAULT);
        return new InBundle(bundle, BundleStanding.of(check.report(bundle)));
    }

    /// Says what speaks against it: to people on standard output, beside a document on the other.
    void say(Arguments arguments, Console console) {
        if (arguments.has("--json")) {
            complain(console);
        } else if (standing != null && standing.negative()) {
            BundleText.printAgainst(path, standing, console.out());
        }
    }

    /// Says what speaks against it where nothing else is said.
    void complain(Console console) {
        if (standing != null) {
            standing.against().forEach(sentence -> console.complain(path + ": " + sentence));
        }
    }

    /// A document with how it stands.
    JsonObject in(JsonObject document) {
        if (standing == null) {
            return document;
        }
        List<Member> members = new ArrayList<>(document.members());
        members.add(new Member("bundle", standing.json()));
        return new JsonObject(members);
    }

    Exit exit() {
        return standing != null && standing.negative() ? Exit.NEGATIVE : Exit.DONE;
    }
}
