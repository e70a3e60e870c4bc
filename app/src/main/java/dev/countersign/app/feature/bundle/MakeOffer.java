// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import java.nio.file.Path;
import java.util.List;

/// Runs that a bundle can be made of.
///
/// @param words of the button
/// @param runs run directories, each once
/// @param name of the file that is proposed
public record MakeOffer(String words, List<Path> runs, String name) {
    public MakeOffer {
        runs = List.copyOf(runs);
    }
}
