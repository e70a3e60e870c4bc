// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

/// Whether a screen is in sight. It is read when it comes there, and at news while it is: who looks
/// sees at once what was found or done, who does not when coming back. On the screen's thread.
public final class Sight {
    private final Runnable read;
    private final Runnable focus;
    private boolean here;

    /// @param read reads what is shown again
    /// @param focus gives the keys to what they should reach
    public Sight(Runnable read, Runnable focus) {
        this.read = read;
        this.focus = focus;
    }

    /// It comes into sight, or leaves it.
    public void come(boolean inSight) {
        here = inSight;
        if (inSight) {
            read.run();
            focus.run();
        }
    }

    /// Something was found or done.
    public void news() {
        if (here) {
            read.run();
        }
    }

    /// Whether somebody looks.
    public boolean here() {
        return here;
    }
}
