// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.settings.IdentityDesk;
import dev.countersign.app.feature.settings.KnownSigner;

/// Somebody who signs, for the length of a test.
public final class SampleIdentity implements IdentityDesk {
    private KnownSigner known = new KnownSigner("ann@example.com", "/home/ann/keys/ann.p12", "");

    @Override
    public KnownSigner known() {
        return known;
    }

    @Override
    public void forget() {
        known = new KnownSigner("", "", known.authority());
    }

    @Override
    public String askAuthority(String address) {
        if (!address.isEmpty() && !address.startsWith("http")) {
            return address + " is no address of a time-stamp authority.";
        }
        known = new KnownSigner(known.identity(), known.key(), address);
        return "";
    }

    @Override
    public void file(Runnable changed) {
        chosen("/home/ann/other.p12", changed);
    }

    @Override
    public void token(Runnable changed) {
        chosen("Ann on the token \"card\" (slot 3)", changed);
    }

    @Override
    public void create(Runnable changed) {
        chosen("/home/ann/new.p12", changed);
    }

    private void chosen(String key, Runnable changed) {
        known = new KnownSigner(known.identity(), key, known.authority());
        changed.run();
    }
}
