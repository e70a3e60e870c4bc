// SPDX-License-Identifier: Apache-2.0
/// Named bytes from disk, with limits and without escape: the only reader of disks.
@NullMarked
package dev.countersign.core.source;

import org.jspecify.annotations.NullMarked;
