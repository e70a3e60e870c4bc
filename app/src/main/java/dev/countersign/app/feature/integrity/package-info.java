// SPDX-License-Identifier: Apache-2.0
/// The chain of one log: what is verified, what is broken, and where.
@NullMarked
package dev.countersign.app.feature.integrity;

import org.jspecify.annotations.NullMarked;
