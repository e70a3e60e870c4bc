// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

import java.lang.reflect.Method;
import java.util.List;

/// Before each test the stage is given to the method with {@link Start}; after it no window is
/// left, and no key is down. Whoever asks for a robot gets a {@link PromptRobot}.
final class WindowExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final PromptRobot robot = new PromptRobot();

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Object test = context.getRequiredTestInstance();
        for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Start.class)) {
                    method.setAccessible(true);
                    robot.interact(() -> method.invoke(test, stage));
                }
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        waitFor(asyncFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide)));
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }
}
