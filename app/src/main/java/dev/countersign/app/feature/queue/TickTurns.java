// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import javafx.animation.AnimationTimer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Lets rows tick in turns, some each frame. JavaFX paints all of a list anew when more than twelve
/// of its rows change between two frames (its renderer counts so far, `prism.NGNode`); of fewer it
/// paints what changed.
class TickTurns extends AnimationTimer {
    static final int MOST = 12;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean first;

    /// The first of them tick at once, the others in the next frames; who still waited since the
    /// last time does not any more.
    void of(List<? extends Runnable> ticks) {
        waiting.clear();
        waiting.addAll(ticks);
        turn();
        first = true;
        if (!waiting.isEmpty()) {
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (first) {
            first = false; // those that ticked at once are painted in this frame
            return;
        }
        turn();
        if (waiting.isEmpty()) {
            stop();
        }
    }

    private void turn() {
        for (int i = 0; i < MOST && !waiting.isEmpty(); i++) {
            waiting.remove().run();
        }
    }
}
