// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import com.sun.javafx.tk.Toolkit;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;

import java.util.List;
import java.util.concurrent.Callable;

/// A robot that lets the screen settle after each act, as TestFX's does; but by laying it out at
/// once, where that one sleeps for 50 ms each time and leaves it to the clock.
final class PromptRobot extends FxRobot {
    /// What one layout asks for is there after the next; tables make their cells in the second.
    private static final int LAYOUTS = 3;

    /// Everything that was put off has happened, and the windows are laid out.
    static void settle() {
        for (int i = 0; i < LAYOUTS; i++) {
            waitFor(asyncFx(Toolkit.getToolkit()::firePulse));
        }
        waitFor(asyncFx(() -> {}));
    }

    @Override
    public FxRobot interact(Runnable act) {
        waitFor(asyncFx(act));
        settle();
        return this;
    }

    @Override
    public <T> FxRobot interact(Callable<T> act) {
        waitFor(asyncFx(act));
        settle();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        for (KeyCode key : keys) {
            keyboard.pressNoWait(key);
            settle();
        }
        for (KeyCode key : List.of(keys).reversed()) {
            keyboard.releaseNoWait(key);
        }
        settle();
        return this;
    }

    @Override
    public FxRobot write(String text) {
        BaseRobot keys = robotContext().getBaseRobot();
        Window focused = targetWindow();
        Scene scene = (focused == null ? window(0) : focused).getScene();
        text.chars()
                .mapToObj(Character::toString)
                .forEach(character -> {
                    keys.typeKeyboard(scene, KeyCode.UNDEFINED, character);
                    settle();
                });
        return this;
    }

    @Override
    public FxRobot clickOn(PointQuery at, Motion motion, MouseButton... buttons) {
        MouseRobot mouse = robotContext().getMouseRobot();
        Point2D point = at.query();
        mouse.moveNoWait(point);
        settle();
        mouse.pressNoWait(buttons);
        settle();
        mouse.releaseNoWait(buttons);
        settle();
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        settle();
        return this;
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        robotContext().getMouseRobot().releaseNoWait(buttons);
        settle();
        return this;
    }
}
