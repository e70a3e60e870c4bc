// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

/// Carries an obstacle out of the middle of an execution.
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Obstacle obstacle;

    Stopped(Obstacle obstacle) {
        super(obstacle.toString());
        this.obstacle = obstacle;
    }

    Obstacle obstacle() {
        return obstacle;
    }
}
