// SPDX-License-Identifier: Apache-2.0

/// Bundles of evidence: opened, verified, extracted, made.
@NullMarked
package dev.countersign.app.feature.bundle;

import org.jspecify.annotations.NullMarked;
