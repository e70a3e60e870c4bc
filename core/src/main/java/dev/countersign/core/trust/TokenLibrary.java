// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.source.SourceException;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A PKCS#11 library (version 2.40), asked which tokens there are: Java's own provider signs with
/// tokens, but does not list them. The library stays loaded and initialised, because that provider
/// uses it, too.
@SuppressWarnings("restricted") // native code is what it is about
final class TokenLibrary {
    private static final long OK = 0;
    private static final long TOKEN_NOT_PRESENT = 0xe0;
    private static final long TOKEN_NOT_RECOGNIZED = 0xe1;
    private static final long ALREADY_INITIALIZED = 0x191;

    // places in CK_FUNCTION_LIST
    private static final int INITIALIZE = 0;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    // CK_C_INITIALIZE_ARGS
    private static final int ARGUMENTS_FLAGS = 32;
    private static final int ARGUMENTS_LENGTH = 48;
    private static final long OS_LOCKING = 2;

    // CK_TOKEN_INFO
    private static final int LABEL = 0;
    private static final int LABEL_LENGTH = 32;
    private static final int SERIAL = 80;
    private static final int SERIAL_LENGTH = 16;
    private static final int FLAGS = 96;
    private static final int INFO_LENGTH = 256;
    private static final long PIN_INITIALIZED = 0x8;
    private static final long TOKEN_INITIALIZED = 0x400;
    private static final long PIN_LOCKED = 0x40000;

    private static final int MOST_SLOTS = 1000;

    private final Linker linker = Linker.nativeLinker();

    /// CK_ULONG: four bytes on Windows, where structures are packed, too; else eight.
    private final MemoryLayout number =
            Objects.requireNonNull(linker.canonicalLayouts().get("long"));

    private final boolean packed = number.byteSize() == Integer.BYTES;
    private final Path path;
    private final MemorySegment functions;

    private TokenLibrary(Path path) throws SourceException {
        this.path = path;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
            MemorySegment entry =
                    SymbolLookup.libraryLookup(path, Arena.global())
                            .find("C_GetFunctionList")
                            .orElseThrow(() ->
                                    new SourceException(
                                            path,
                                            path
                                                    + " is not a PKCS#11 library: choose the"
                                                    + " one of your token."));
            expect("C_GetFunctionList", call(entry, list));
            functions =
                    list.get(ValueLayout.ADDRESS, 0)
                            .reinterpret((GET_TOKEN_INFO + 2) * ValueLayout.ADDRESS.byteSize());
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    path, path + " cannot be loaded as a PKCS#11 library: check the path.", e);
        }
    }

    /// The tokens of a library, in the order of its slots.
    ///
    /// @throws SourceException if it cannot be loaded, is no PKCS#11 library, or fails
    static List<IndexedSlot> slots(Path path) throws SourceException {
        var library = new TokenLibrary(path);
        library.initialize();
        return library.slots();
    }

    /// @param index among all slots, those without a token included
    record IndexedSlot(int index, TokenSlot slot) {}

    private void initialize() throws SourceException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(ARGUMENTS_LENGTH, Long.BYTES);
            putNumber(arguments, ARGUMENTS_FLAGS, OS_LOCKING);
            long result = call(function(INITIALIZE), arguments);
            if (result != ALREADY_INITIALIZED) {
                expect("C_Initialize", result);
            }
        }
    }

    private List<IndexedSlot> slots() throws SourceException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(number);
            MemorySegment ids = arena.allocate(number, MOST_SLOTS);
            putNumber(count, 0, MOST_SLOTS);
            expect("C_GetSlotList", call(function(GET_SLOT_LIST), (byte) 0, ids, count));
            List<IndexedSlot> slots = new ArrayList<>();
            for (int i = 0; i < getNumber(count, 0); i++) {
                long id = getNumber(ids, i * number.byteSize());
                MemorySegment info = arena.allocate(INFO_LENGTH, Long.BYTES);
                long result = call(function(GET_TOKEN_INFO), boxed(id), info);
                if (result != TOKEN_NOT_PRESENT && result != TOKEN_NOT_RECOGNIZED) {
                    expect("C_GetTokenInfo", result);
                    slots.add(new IndexedSlot(i, slot(id, info)));
                }
            }
            return slots;
        }
    }

    private TokenSlot slot(long id, MemorySegment info) {
        long flags = getNumber(info, FLAGS);
        boolean ready = (flags & TOKEN_INITIALIZED) != 0 && (flags & PIN_INITIALIZED) != 0;
        TokenSlot.State state = ready ? TokenSlot.State.READY : TokenSlot.State.NOT_INITIALISED;
        return new TokenSlot(
                id,
                text(info, LABEL, LABEL_LENGTH),
                text(info, SERIAL, SERIAL_LENGTH),
                (flags & PIN_LOCKED) != 0 ? TokenSlot.State.LOCKED : state);
    }

    /// Padded with blanks; some tokens pad with zeros.
    private static String text(MemorySegment info, int from, int length) {
        byte[] bytes = info.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    }

    /// Behind a version of two bytes, all of them in a row.
    private MemorySegment function(int place) {
        long first = packed ? 2 : ValueLayout.ADDRESS.byteSize();
        return functions.get(
                ValueLayout.ADDRESS_UNALIGNED, first + place * ValueLayout.ADDRESS.byteSize());
    }

    private long call(MemorySegment function, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] =
                    switch (arguments[i]) {
                        case MemorySegment _ -> ValueLayout.ADDRESS;
                        case Byte _ -> ValueLayout.JAVA_BYTE;
                        default -> number;
                    };
        }
        try {
            Object result =
                    linker.downcallHandle(function, FunctionDescriptor.of(number, layouts))
                            .invokeWithArguments(arguments);
            return ((Number) result).longValue();
        } catch (Throwable e) {
            throw new IllegalStateException("a native call throws nothing", e);
        }
    }

    private Number boxed(long value) {
        return packed ? (Number) (int) value : (Number) value;
    }

    private long getNumber(MemorySegment segment, long offset) {
        return packed
                ? Integer.toUnsignedLong(segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset))
                : segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    private void putNumber(MemorySegment segment, long offset, long value) {
        if (packed) {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        } else {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        }
    }

    private void expect(String what, long result) throws SourceException {
        if (result != OK) {
            throw new SourceException(
                    path,
                    path + " does not work: " + what + " gave 0x" + Long.toHexString(result) + ".");
        }
    }
}
