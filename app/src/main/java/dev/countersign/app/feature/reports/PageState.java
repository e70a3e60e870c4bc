// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.preview.PageImage;

import org.jspecify.annotations.Nullable;

/// The page of the preview.
///
/// @param index from 0
/// @param count how many there are; 0 if there is no report
/// @param image the page as it was drawn last; null while the first is being drawn
/// @param trouble why it could not be drawn; empty if it could
public record PageState(int index, int count, @Nullable PageImage image, String trouble) {
    /// There is no report.
    public static final PageState NONE = new PageState(0, 0, null, "");
}
