// SPDX-License-Identifier: Apache-2.0
/// The sheet that takes what was signed elsewhere into the log of its run: what it is, what stands
/// against it, or the button.
@NullMarked
package dev.countersign.app.feature.response;

import org.jspecify.annotations.NullMarked;
