// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.response.ImportEnd;
import dev.countersign.app.feature.response.ImportResponse;
import dev.countersign.app.feature.response.OpenRun;
import dev.countersign.app.feature.response.ResponseFound;
import dev.countersign.app.feature.response.ResponseOffer;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// A desk that imports nothing.
final class NoResponses implements ImportResponse {
    @Override
    public ResponseFound look(Path file, @Nullable OpenRun open) {
        return new ResponseFound.Refused(file + " is out of reach in this test.");
    }

    @Override
    public ImportEnd record(ResponseOffer offer) throws SourceException {
        throw new SourceException(offer.run(), offer.run() + " is out of reach in this test.");
    }
}
