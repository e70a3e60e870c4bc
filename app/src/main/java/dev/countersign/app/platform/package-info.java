// SPDX-License-Identifier: Apache-2.0
/// What the desktop does for us, each behind an interface: choosing and opening files, the
/// clipboard, printers.
@NullMarked
package dev.countersign.app.platform;

import org.jspecify.annotations.NullMarked;
