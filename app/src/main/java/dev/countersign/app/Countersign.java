// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

/** The command {@code countersign}: a sub-command runs without a window, anything else opens it. */
public final class Countersign {
    private Countersign() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            Countersign.class
                    .getModule()
                    .getDescriptor()
                    .rawVersion()
                    .ifPresent(version -> System.out.println("countersign " + version));
            return;
        }
        Main.main(args);
    }
}
