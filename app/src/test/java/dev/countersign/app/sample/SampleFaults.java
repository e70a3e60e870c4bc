// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Witness;
import dev.countersign.core.json.JsonProblem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// One typical fault of every category.
public final class SampleFaults {
    /// What the faulty record carries.
    public static final String STORED =
            "3f2a9c1b77d05e0c6a18b94d2e71f6035c8ad4b1e09f2736a5b4c8d7e6f10923";

    /// What it should be.
    public static final String COMPUTED =
            "91bb04e2d3c7a6f5081928374655aabbccddeeff00112233445566778899c0de";

    private static final long TOO_LONG = (64L << 20) + 1;

    private SampleFaults() {}

    /// The last record does not give the hash it carries, and nobody says what was changed.
    public static Fault undecided(long record, FaultCategory alternative) {
        return new Fault(
                record,
                record + 1,
                record * 300,
                299,
                FaultCategory.CONTENT_MODIFIED,
                List.of(alternative),
                STORED,
                COMPUTED,
                List.of(),
                null,
                null);
    }

    /// A fault at a record, on the line after it.
    public static Fault of(FaultCategory category, long record) {
        return switch (category) {
            case CONTENT_MODIFIED ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            successor(record, STORED),
                            "decision");
            case HASH_FIELD_MODIFIED ->
                    fault(record, category, STORED, COMPUTED, successor(record, COMPUTED), null);
            case HASH_MISSING ->
                    fault(record, category, null, COMPUTED, successor(record, COMPUTED), null);
            case PREV_FIELD_MODIFIED ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            witness(Witness.Role.PREDECESSOR, record - 1),
                            null);
            case GENESIS_MODIFIED -> fault(record, category, "start", "genesis", null, null);
            case RECORD_MISSING -> missing(record);
            case RECORD_INSERTED, CHAIN_RESTART ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            witness(Witness.Role.PREDECESSOR, record - 1),
                            null);
            case RECORD_DUPLICATED ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            witness(Witness.Role.TWIN, record - 2),
                            null);
            case RECORD_REORDERED ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            witness(Witness.Role.NAMED_BY_LINK, record + 2),
                            null);
            case RECORD_REWRITTEN ->
                    fault(record, category, null, null, successor(record, STORED), null);
            case FORK ->
                    fault(
                            record,
                            category,
                            STORED,
                            COMPUTED,
                            witness(Witness.Role.SIBLING, record - 1),
                            null);
            case TORN_TAIL, MALFORMED_JSON ->
                    malformed(record, category, JsonProblem.Kind.ENDS_EARLY);
            case MALFORMED_NOT_OBJECT -> fault(record, category, null, null, null, null);
            case MALFORMED_ENCODING -> malformed(record, category, JsonProblem.Kind.NOT_UTF8);
            case MALFORMED_BOM -> malformed(record, category, JsonProblem.Kind.BYTE_ORDER_MARK);
            case MALFORMED_MISSING_FIELD -> fault(record, category, null, null, null, "prev");
            case MALFORMED_JCS -> malformed(record, category, JsonProblem.Kind.LONE_SURROGATE);
            case LIMIT_EXCEEDED -> malformed(record, category, JsonProblem.Kind.TOO_LONG);
        };
    }

    private static Fault missing(long record) {
        return new Fault(
                record,
                record + 1,
                record * 300,
                299,
                FaultCategory.RECORD_MISSING,
                List.of(FaultCategory.RECORD_REWRITTEN),
                STORED,
                COMPUTED,
                List.of(witness(Witness.Role.PREDECESSOR, record - 1)),
                null,
                null);
    }

    private static Fault malformed(long record, FaultCategory category, JsonProblem.Kind kind) {
        long length = kind == JsonProblem.Kind.TOO_LONG ? TOO_LONG : 120;
        int at =
                switch (kind) {
                    case ENDS_EARLY -> (int) length;
                    case TOO_LONG -> (int) length - 1;
                    case BYTE_ORDER_MARK -> 0;
                    default -> 41;
                };
        return new Fault(
                record,
                record + 1,
                record * 300,
                length,
                category,
                List.of(),
                null,
                null,
                List.of(),
                new JsonProblem(kind, at),
                null);
    }

    private static Fault fault(
            long record,
            FaultCategory category,
            @Nullable String stored,
            @Nullable String computed,
            @Nullable Witness witness,
            @Nullable String field) {
        List<Witness> witnesses = new ArrayList<>();
        if (witness != null) {
            witnesses.add(witness);
        }
        return new Fault(
                record,
                record + 1,
                record * 300,
                299,
                category,
                List.of(),
                stored,
                computed,
                witnesses,
                null,
                field);
    }

    private static Witness successor(long record, String link) {
        return new Witness(
                Witness.Role.SUCCESSOR,
                record + 1,
                record + 2,
                (record + 1) * 300,
                COMPUTED,
                COMPUTED,
                link);
    }

    private static Witness witness(Witness.Role role, long record) {
        return new Witness(role, record, record + 1, record * 300, COMPUTED, COMPUTED, STORED);
    }
}
