// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** Fonts, style sheets, the default policy and its schema. */
@NullMarked
module dev.countersign.resources {
    requires static org.jspecify;

    exports dev.countersign.resources;

    // resources are encapsulated like classes: JavaFX may read only what is opened
    opens dev.countersign.resources.css;
    opens dev.countersign.resources.fonts;
}
