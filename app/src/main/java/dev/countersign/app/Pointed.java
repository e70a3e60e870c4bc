// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.signing.Response;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.witness.CarriedCheckpoints;

import java.nio.file.Path;

/// What somebody points at. Whoever opens it next says why it cannot be read, if it cannot.
enum Pointed {
    /// A response, or the answer to a request for a time-stamp.
    RESPONSE,
    /// What others have seen of logs.
    CHECKPOINTS,
    /// A bundle, packed or not.
    BUNDLE,
    /// A run directory.
    RUN,
    /// Any other folder.
    FOLDER,
    /// Any other file, or nothing that is there.
    FILE;

    /// Looks, which takes as long as the drive does: never on the screen's thread.
    static Pointed at(Path path) {
        if (is(() -> Stamps.isAnswer(path) || Response.begins(path))) {
            return RESPONSE;
        }
        if (is(() -> CarriedCheckpoints.begins(path))) {
            return CHECKPOINTS;
        }
        if (is(() -> Bundle.is(path))) {
            return BUNDLE;
        }
        if (!SmallFile.isFolder(path)) {
            return FILE;
        }
        return is(() -> EvidencePath.of(path).kind() == EvidencePath.Kind.RUN_DIRECTORY)
                ? RUN
                : FOLDER;
    }

    private interface Look {
        boolean is() throws SourceException;
    }

    /// What cannot be looked into is nothing in particular.
    private static boolean is(Look look) {
        try {
            return look.is();
        } catch (SourceException e) {
            return false;
        }
    }
}
