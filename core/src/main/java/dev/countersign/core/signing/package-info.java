// SPDX-License-Identifier: Apache-2.0
/// The acts of a human at the desk: what may be signed, the signature, and its way into the run's
/// log (FORMATS 4).
@NullMarked
package dev.countersign.core.signing;

import org.jspecify.annotations.NullMarked;
