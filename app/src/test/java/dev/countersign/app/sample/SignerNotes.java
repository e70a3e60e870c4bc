// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.feature.sign.SignerMemory;

/// Remembers who signed last, for the length of a test.
public final class SignerNotes implements SignerMemory {
    private Signer last = Signer.NOBODY;
    private String authority = "";

    @Override
    public Signer last() {
        return last;
    }

    @Override
    public void keep(Signer signer) {
        last = signer;
    }

    @Override
    public String authority() {
        return authority;
    }

    @Override
    public void askAuthority(String address) {
        authority = address;
    }
}
