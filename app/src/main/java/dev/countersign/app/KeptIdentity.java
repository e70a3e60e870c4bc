// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.settings.IdentityDesk;
import dev.countersign.app.feature.settings.KnownSigner;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.feature.sign.SignerMemory;
import dev.countersign.app.platform.KeyPicker;
import dev.countersign.app.text.AuthorityText;

import java.util.function.Predicate;

/// Who signs here, as the settings show and change it.
///
/// @param memory remembers it
/// @param files asks for a file with a key
/// @param sheets find and make keys
/// @param address whether it is one of an authority
record KeptIdentity(
        SignerMemory memory, KeyPicker files, KeySheets sheets, Predicate<String> address)
        implements IdentityDesk {
    @Override
    public KnownSigner known() {
        Signer last = memory.last();
        KeySource key = last.key();
        return new KnownSigner(last.identity(), key == null ? "" : key.shown(), memory.authority());
    }

    @Override
    public void forget() {
        memory.keep(Signer.NOBODY);
    }

    @Override
    public String askAuthority(String wanted) {
        if (!wanted.isEmpty() && !address.test(wanted)) {
            return AuthorityText.noAddress(wanted);
        }
        memory.askAuthority(wanted);
        return "";
    }

    @Override
    public void file(Runnable changed) {
        files.key().ifPresent(file -> chosen(new KeySource.File(file), changed));
    }

    @Override
    public void token(Runnable changed) {
        sheets.token(key -> chosen(key, changed));
    }

    @Override
    public void create(Runnable changed) {
        sheets.create(key -> chosen(key, changed));
    }

    private void chosen(KeySource key, Runnable changed) {
        memory.keep(new Signer(memory.last().identity(), key));
        changed.run();
    }
}
