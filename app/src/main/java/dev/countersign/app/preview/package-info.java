// SPDX-License-Identifier: Apache-2.0
/// Pages of a PDF as pictures: the only place that touches AWT, because PDFBox draws with it.
@NullMarked
package dev.countersign.app.preview;

import org.jspecify.annotations.NullMarked;
