// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.theme.planted;

import dev.countersign.app.text.Numbers;

/** A breach of the drawing: theme knows no words. */
public final class ReachesForward {
    public Class<?> words() {
        return Numbers.class;
    }
}
