// SPDX-License-Identifier: Apache-2.0
/// Strict JSON bytes in, canonical bytes out: the only place that knows how CPython and RFC 8785
/// spell things.
@NullMarked
package dev.countersign.core.json;

import org.jspecify.annotations.NullMarked;
