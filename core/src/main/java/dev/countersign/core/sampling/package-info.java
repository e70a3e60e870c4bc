// SPDX-License-Identifier: Apache-2.0
/// The population of a period, the producer's exact draw from it, whether it is complete, and how
/// large a sample must be (FORMATS 5). Pure, but for the reader of source lists.
@NullMarked
package dev.countersign.core.sampling;

import org.jspecify.annotations.NullMarked;
