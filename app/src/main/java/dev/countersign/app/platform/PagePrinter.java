// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Puts pages on paper. All of it blocks.
public interface PagePrinter {
    /// The names of the printers there are, the usual one first; empty where there is none.
    List<String> printers();

    /// Prints pages, each as large as the paper allows.
    ///
    /// @param printer its name
    /// @param title what the work is called among what the printer has to do
    /// @param count how many pages
    /// @param page draws one of them, from 0, when it is its turn; empty to stop
    /// @return how many the printer has taken; fewer if it takes no more, or was stopped
    int print(String printer, String title, int count, IntFunction<Optional<Picture>> page);

    /// A page.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param pixels opaque, row by row, ARGB
    record Picture(int width, int height, IntBuffer pixels) {}
}
