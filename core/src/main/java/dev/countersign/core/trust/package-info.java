// SPDX-License-Identifier: Apache-2.0
/// Keys, signatures, certificates and time-stamps: what makes a decision checkable by anybody
/// (FORMATS 4). Says whether a signature is right and, apart from that, whether its signer is one
/// of ours.
@NullMarked
package dev.countersign.core.trust;

import org.jspecify.annotations.NullMarked;
