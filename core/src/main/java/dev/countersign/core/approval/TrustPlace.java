// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.TrustAnchors;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where the trust anchors are. They are read when the first certificate asks for them, and once:
/// most logs carry no signature. May be used by several threads.
public final class TrustPlace {
    private final @Nullable Path folder;
    private @Nullable TrustAnchors anchors;

    private TrustPlace(@Nullable Path folder) {
        this.folder = folder;
    }

    /// Nowhere: nothing is trusted, nothing is distrusted.
    public static TrustPlace nowhere() {
        return new TrustPlace(null);
    }

    /// A folder of certificates in PEM or DER; one that is not there has no anchors.
    public static TrustPlace in(Path folder) {
        return new TrustPlace(folder);
    }

    /// Where they are; null: nowhere.
    public @Nullable Path folder() {
        return folder;
    }

    /// The anchors.
    ///
    /// @throws SourceException if the folder cannot be read
    public synchronized TrustAnchors anchors() throws SourceException {
        if (anchors == null) {
            anchors = folder == null ? TrustAnchors.none() : TrustAnchors.read(folder);
        }
        return anchors;
    }
}
