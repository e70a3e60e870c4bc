// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.SourceException;

/// Looks at a log again, where the diagnosis must know more than was remembered.
interface Reread {
    /// The hash that a record would have with another link in it, in lower-case hex.
    String withLink(Sighting s, String link) throws SourceException;

    /// The records that follow one.
    Records after(Sighting s);
}
