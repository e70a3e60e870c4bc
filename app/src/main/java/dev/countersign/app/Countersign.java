// SPDX-License-Identifier: Apache-2.0

package dev.countersign.app;

/** The command {@code countersign}: a sub-command runs without a window, anything else opens it. */
public final class Countersign {
    private Countersign() {}

    public static void main(String[] args) {
        Main.main(args);
    }
}
