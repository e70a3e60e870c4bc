// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.checkpoint.CheckpointEnd;
import dev.countersign.app.feature.checkpoint.CheckpointFound;
import dev.countersign.app.feature.checkpoint.CheckpointOffer;
import dev.countersign.app.feature.checkpoint.ExchangeCheckpoints;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// A desk that exchanges nothing.
final class NoCheckpoints implements ExchangeCheckpoints {
    @Override
    public CheckpointFound look(Path file) throws SourceException {
        throw new SourceException(file, "Out of reach in this test.");
    }

    @Override
    public CheckpointEnd take(CheckpointOffer offer) throws SourceException {
        throw new SourceException(offer.file(), "Out of reach in this test.");
    }

    @Override
    public String give(Path file) throws SourceException {
        throw new SourceException(file, "Out of reach in this test.");
    }
}
