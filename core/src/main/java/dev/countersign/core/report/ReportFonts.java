// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import java.io.InputStream;
import java.util.function.Supplier;

/// The fonts that a PDF carries, as TrueType files: outlines of another kind cannot be embedded.
///
/// @param regular the face of text; each call opens it anew, and whoever calls closes it
/// @param bold the same, bold
/// @param mono the face of hashes
public record ReportFonts(
        Supplier<InputStream> regular, Supplier<InputStream> bold, Supplier<InputStream> mono) {}
