// SPDX-License-Identifier: Apache-2.0
/// The settings screen: the policy explained, the sources, how the window looks.
@NullMarked
package dev.countersign.app.feature.settings;

import org.jspecify.annotations.NullMarked;
