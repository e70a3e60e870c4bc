// SPDX-License-Identifier: Apache-2.0

/// The sample of a month: its population, whether that is complete, the draw, and who has looked.
@NullMarked
package dev.countersign.app.feature.samples;

import org.jspecify.annotations.NullMarked;
