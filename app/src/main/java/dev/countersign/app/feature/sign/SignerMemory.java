// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

/// Remembers who signed last. On the screen's thread.
public interface SignerMemory {
    /// Who did.
    Signer last();

    /// Is to be remembered.
    void keep(Signer signer);

    /// The address of the time-stamp authority that is asked when somebody signs; empty if none is.
    String authority();

    /// Another one is asked from now on; empty for none.
    void askAuthority(String address);
}
