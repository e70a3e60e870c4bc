// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.keys.KeyDesk;
import dev.countersign.app.feature.keys.KeyOrder;
import dev.countersign.app.feature.keys.MadeKey;
import dev.countersign.app.feature.keys.TokenOpening;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.TokenSlot;

import java.nio.file.Path;
import java.util.List;

/// A desk without tokens that makes no keys.
final class NoKeys implements KeyDesk {
    @Override
    public List<TokenSlot> slots(Path library) throws SourceException {
        throw refused(library);
    }

    @Override
    public TokenOpening keys(Path library, long slot, Pin pin) throws SourceException {
        throw refused(library);
    }

    @Override
    public MadeKey make(KeyOrder order, Pin pin) throws SourceException {
        throw refused(order.file());
    }

    private static SourceException refused(Path path) {
        return new SourceException(path, path + " is out of reach in this test.");
    }
}
