// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

/// Remembers whoever signs here. On the screen's thread.
public interface IdentityDesk {
    /// What is remembered.
    KnownSigner known();

    /// Forgets who signed last, and with which key.
    void forget();

    /// Another time-stamp authority is asked from now on; empty for none.
    ///
    /// @return why not; empty if it is
    String askAuthority(String address);

    /// Asks for a file with a key.
    ///
    /// @param changed hears that one was chosen
    void file(Runnable changed);

    /// Asks for a key on a token.
    ///
    /// @param changed hears that one was chosen
    void token(Runnable changed);

    /// Makes a key for somebody who has none.
    ///
    /// @param changed hears that one was made and chosen
    void create(Runnable changed);
}
