// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** The window and the command line. */
@NullMarked
module dev.countersign.app {
    requires static org.jspecify;
    requires dev.countersign.core;
    requires dev.countersign.resources;
    requires java.desktop;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.apache.pdfbox;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    // JavaFX creates the Application by reflection
    exports dev.countersign.app to
            javafx.graphics;
}
