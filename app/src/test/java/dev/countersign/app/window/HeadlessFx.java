// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Accessible;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;

import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.lang.reflect.Method;

/**
 * Makes JavaFX 26's Headless Glass platform behave like a desktop with a window manager. Five
 * repairs: one focused stage at a time; modal windows block their owners; mouse events carry the
 * keyboard modifiers and held buttons; only a secondary press is a popup trigger (26.0.2 flags
 * every press, which breaks header sorting).
 */
final class HeadlessFx {
    private static boolean installed;
    private static int keyModifiers;
    private static int buttons;

    private HeadlessFx() {}

    static boolean active() {
        return "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    }

    /** On the FX thread, before the first stage is shown. */
    static void install() {
        keyModifiers = 0;
        buttons = 0;
        if (installed || !active()) {
            return;
        }
        installed = true;
        DragClipboard.install();
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                c -> {
                                    while (c.next()) {
                                        for (Window w : c.getAddedSubList()) {
                                            w.addEventHandler(
                                                    javafx.stage.WindowEvent.WINDOW_SHOWN,
                                                    e -> wrapAll());
                                            if (w instanceof Stage s) {
                                                s.focusedProperty()
                                                        .addListener((o, was, is) -> {
                                                            if (is) {
                                                                unfocusOthers(s);
                                                            }
                                                        });
                                                if (s.isFocused()) {
                                                    unfocusOthers(s);
                                                }
                                            }
                                        }
                                        for (Window w : c.getRemoved()) {
                                            if (w instanceof Stage s
                                                    && HeadlessWindows.stages().stream()
                                                            .noneMatch(Window::isFocused)) {
                                                Window next =
                                                        s.getOwner() != null
                                                                        && s.getOwner().isShowing()
                                                                ? s.getOwner()
                                                                : HeadlessWindows.stages().isEmpty()
                                                                        ? null
                                                                        : HeadlessWindows.stages()
                                                                                .getLast();
                                                if (next != null) {
                                                    next.requestFocus();
                                                }
                                            }
                                        }
                                    }
                                });
    }

    private static void unfocusOthers(Stage s) {
        wrapAll();
        for (var gw : com.sun.glass.ui.Window.getWindowsClone()) {
            if (gw.getView() != null
                    && gw.isFocused()
                    && HeadlessWindows.owner(gw) instanceof Stage o
                    && o != s) {
                try {
                    Method m =
                            com.sun.glass.ui.Window.class.getDeclaredMethod(
                                    "notifyFocus", int.class);
                    m.setAccessible(true);
                    m.invoke(gw, WindowEvent.FOCUS_LOST);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void wrapAll() {
        for (var gw : com.sun.glass.ui.Window.getWindowsClone()) {
            View v = gw.getView();
            if (v != null
                    && v.getEventHandler() != null
                    && !(v.getEventHandler() instanceof Fixed)) {
                v.setEventHandler(new Fixed(v.getEventHandler()));
            }
        }
    }

    private static int buttonBit(int button) {
        return switch (button) {
            case MouseEvent.BUTTON_LEFT -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
            case MouseEvent.BUTTON_RIGHT -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
            case MouseEvent.BUTTON_OTHER -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
            default -> 0;
        };
    }

    private static final class Fixed extends View.EventHandler {
        private final View.EventHandler d;

        Fixed(View.EventHandler d) {
            this.d = d;
        }

        @Override
        public void handleViewEvent(View view, long time, int type) {
            d.handleViewEvent(view, time, type);
        }

        @Override
        public boolean handleKeyEvent(
                View view, long time, int action, int keyCode, char[] keyChars, int modifiers) {
            keyModifiers = modifiers;
            return d.handleKeyEvent(view, time, action, keyCode, keyChars, modifiers);
        }

        @Override
        public boolean handleMenuEvent(View view, int x, int y, int xAbs, int yAbs, boolean kb) {
            return !HeadlessWindows.blocked(view) && d.handleMenuEvent(view, x, y, xAbs, yAbs, kb);
        }

        @Override
        public void handleMouseEvent(
                View view,
                long time,
                int type,
                int button,
                int x,
                int y,
                int xAbs,
                int yAbs,
                int modifiers,
                boolean popup,
                boolean synth) {
            if (type == MouseEvent.DOWN) {
                buttons |= buttonBit(button);
            } else if (type == MouseEvent.UP) {
                buttons &= ~buttonBit(button);
            }
            if (HeadlessWindows.blocked(view) && type != MouseEvent.EXIT) {
                return;
            }
            if (type == MouseEvent.DOWN
                    && view.getWindow() != null
                    && HeadlessWindows.owner(view.getWindow()) instanceof Stage s
                    && !s.isFocused()) {
                s.requestFocus(); // click to focus
            }
            if (DragClipboard.current != null && DragClipboard.current.dragging) {
                DragClipboard.current.mouse(view, type, x, y, xAbs, yAbs);
                return;
            }
            d.handleMouseEvent(
                    view,
                    time,
                    type,
                    button,
                    x,
                    y,
                    xAbs,
                    yAbs,
                    keyModifiers | buttons,
                    type == MouseEvent.DOWN && button == MouseEvent.BUTTON_RIGHT,
                    false);
        }

        @Override
        public void handleScrollEvent(
                View view,
                long time,
                int x,
                int y,
                int xAbs,
                int yAbs,
                double dx,
                double dy,
                int modifiers,
                int lines,
                int chars,
                int dl,
                int dc,
                double xm,
                double ym) {
            if (!HeadlessWindows.blocked(view)) {
                d.handleScrollEvent(
                        view,
                        time,
                        x,
                        y,
                        xAbs,
                        yAbs,
                        dx,
                        dy,
                        modifiers | keyModifiers,
                        lines,
                        chars,
                        dl,
                        dc,
                        xm,
                        ym);
            }
        }

        @Override
        public int handleDragEnter(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance a) {
            return d.handleDragEnter(view, x, y, xAbs, yAbs, action, a);
        }

        @Override
        public int handleDragOver(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance a) {
            return d.handleDragOver(view, x, y, xAbs, yAbs, action, a);
        }

        @Override
        public int handleDragDrop(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance a) {
            return d.handleDragDrop(view, x, y, xAbs, yAbs, action, a);
        }

        @Override
        public void handleDragLeave(View view, ClipboardAssistance a) {
            d.handleDragLeave(view, a);
        }

        @Override
        public Accessible getSceneAccessible() {
            return d.getSceneAccessible();
        }
    }
}
