// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.platform.PagePrinter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Printers that keep what they are given.
public final class ScriptedPrinter implements PagePrinter {
    /// Which there are.
    public List<String> names = List.of("Office, 2nd floor", "PDF");

    /// It takes no more pages than this.
    public int paper = Integer.MAX_VALUE;

    /// What is heard before each page.
    public Runnable before = () -> {};

    /// `Office: Workpaper`, then each page as `2480x3508`.
    public final List<String> printed = new ArrayList<>();

    @Override
    public List<String> printers() {
        return names;
    }

    @Override
    public int print(String printer, String title, int count, IntFunction<Optional<Picture>> page) {
        printed.add(printer + ": " + title);
        for (int i = 0; i < count; i++) {
            before.run();
            Optional<Picture> picture = page.apply(i);
            if (picture.isEmpty() || i >= paper) {
                return i;
            }
            printed.add(picture.get().width() + "x" + picture.get().height());
        }
        return count;
    }
}
