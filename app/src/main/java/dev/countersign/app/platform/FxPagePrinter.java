// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The printers of the machine.
public final class FxPagePrinter implements PagePrinter {
    @Override
    public List<String> printers() {
        List<String> names = new ArrayList<>();
        Printer usual = Printer.getDefaultPrinter();
        if (usual != null) {
            names.add(usual.getName());
        }
        Printer.getAllPrinters().stream()
                .map(Printer::getName)
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(names::add);
        return List.copyOf(names);
    }

    @Override
    public int print(String printer, String title, int count, IntFunction<Optional<Picture>> page) {
        PrinterJob job = job(printer);
        if (job == null) {
            return 0;
        }
        job.getJobSettings().setJobName(title);
        int taken = 0;
        while (taken < count) {
            Optional<Picture> picture = page.apply(taken);
            if (picture.isEmpty() || !print(job, picture.get())) {
                job.cancelJob();
                return taken;
            }
            taken++;
        }
        return job.endJob() ? taken : 0;
    }

    private static @Nullable PrinterJob job(String name) {
        return Printer.getAllPrinters().stream()
                .filter(printer -> printer.getName().equals(name))
                .findFirst()
                .map(PrinterJob::createPrinterJob)
                .orElse(null);
    }

    private static boolean print(PrinterJob job, Picture picture) {
        PageLayout layout =
                job.getPrinter()
                        .createPageLayout(
                                job.getJobSettings().getPageLayout().getPaper(),
                                picture.width() > picture.height()
                                        ? PageOrientation.LANDSCAPE
                                        : PageOrientation.PORTRAIT,
                                Printer.MarginType.HARDWARE_MINIMUM);
        double wide = layout.getPrintableWidth();
        double high = layout.getPrintableHeight();
        double scale = Math.min(wide / picture.width(), high / picture.height());
        var view = new ImageView(image(picture));
        view.setPreserveRatio(true);
        view.setFitWidth(picture.width() * scale);
        view.setTranslateX((wide - picture.width() * scale) / 2);
        view.setTranslateY((high - picture.height() * scale) / 2);
        return job.printPage(layout, view);
    }

    private static WritableImage image(Picture picture) {
        var image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.pixels(),
                        picture.width());
        return image;
    }
}
