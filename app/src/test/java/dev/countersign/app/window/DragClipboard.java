// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.SystemClipboard;
import com.sun.glass.ui.View;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * The DND clipboard that the Headless platform lacks: runs the gesture on the robot's own mouse
 * events.
 */
final class DragClipboard extends SystemClipboard {
    static DragClipboard current;
    boolean dragging;
    private View over;

    private DragClipboard() {
        super(Clipboard.DND);
    }

    @SuppressWarnings("unchecked")
    static void install() {
        try {
            var f = Clipboard.class.getDeclaredField("clipboards");
            f.setAccessible(true);
            current = new DragClipboard();
            ((Map<String, Clipboard>) f.get(null)).put(Clipboard.DND, current);
            new ClipboardAssistance(Clipboard.DND); // keeps it registered
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void mouse(View view, int type, int x, int y, int xAbs, int yAbs) {
        int action = getSupportedSourceActions() & Clipboard.ACTION_MOVE;
        action = action != 0 ? action : Clipboard.ACTION_COPY;
        if (type == MouseEvent.EXIT) {
            leave();
        } else if (type == MouseEvent.UP) {
            int done =
                    over == null
                            ? Clipboard.ACTION_NONE
                            : (int) call(over, "notifyDragDrop", x, y, xAbs, yAbs, action);
            over = null;
            dragging = false;
            actionPerformed(done);
            javafx.application.Platform.exitNestedEventLoop(this, null);
        } else if (over != view) {
            leave();
            over = view;
            call(view, "notifyDragEnter", x, y, xAbs, yAbs, action);
            call(view, "notifyDragOver", x, y, xAbs, yAbs, action);
        } else {
            call(view, "notifyDragOver", x, y, xAbs, yAbs, action);
        }
    }

    private void leave() {
        if (over != null) {
            View v = over;
            over = null;
            call(v, "notifyDragLeave");
        }
    }

    private static Object call(View v, String name, Object... args) {
        try {
            var types = new Class<?>[args.length];
            java.util.Arrays.fill(types, int.class);
            Method m = View.class.getDeclaredMethod(name, types);
            m.setAccessible(true);
            return m.invoke(v, args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected boolean isOwner() {
        return true;
    }

    @Override
    protected void pushToSystem(HashMap<String, Object> cacheData, int supportedActions) {
        dragging = true;
        javafx.application.Platform.enterNestedEventLoop(this);
    }

    @Override
    protected void pushTargetActionToSystem(int actionDone) {}

    @Override
    protected Object popFromSystem(String mimeType) {
        return null;
    }

    @Override
    protected int supportedSourceActionsFromSystem() {
        return Clipboard.ACTION_NONE;
    }

    @Override
    protected String[] mimesFromSystem() {
        return new String[0];
    }
}
