// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// The canonical forms that a chain's hashes are made over (FORMATS 3).
public enum CanonicalProfile {
    /// CPython `json.dumps(x, sort_keys=True)`.
    A,
    /// CPython `json.dumps(x, sort_keys=True, separators=(",", ":"))`.
    B,
    /// RFC 8785, the JSON Canonicalization Scheme.
    J
}
