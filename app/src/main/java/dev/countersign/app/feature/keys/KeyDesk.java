// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.TokenSlot;

import java.nio.file.Path;
import java.util.List;

/// Looks at tokens, and makes keys. All of it blocks.
public interface KeyDesk {
    /// The tokens that there are.
    ///
    /// @throws SourceException if the library cannot be loaded, or fails
    List<TokenSlot> slots(Path library) throws SourceException;

    /// The keys on a token.
    ///
    /// @param pin is used here and not kept
    /// @throws SourceException if the library fails
    TokenOpening keys(Path library, long slot, Pin pin) throws SourceException;

    /// Makes a key in a new file.
    ///
    /// @param pin protects the file; used here and not kept
    /// @throws SourceException if a file is there already, or cannot be written
    MadeKey make(KeyOrder order, Pin pin) throws SourceException;
}
