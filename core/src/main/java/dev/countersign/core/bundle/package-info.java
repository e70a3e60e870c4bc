// SPDX-License-Identifier: Apache-2.0
/// Bundles of evidence: runs and what it takes to check them elsewhere, as BagIt (RFC 8493).
@NullMarked
package dev.countersign.core.bundle;

import org.jspecify.annotations.NullMarked;
