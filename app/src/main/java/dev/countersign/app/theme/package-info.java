// SPDX-License-Identifier: Apache-2.0
/// Fonts, style sheets, light and dark.
@NullMarked
package dev.countersign.app.theme;

import org.jspecify.annotations.NullMarked;
