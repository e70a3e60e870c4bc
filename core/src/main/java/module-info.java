// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/** Reads hash-chained logs and says what is wrong with them; a library that needs no window. */
@NullMarked
module dev.countersign.core {
    requires static org.jspecify;
    requires de.focus_shift.jollyday.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires flyway.core;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.util;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox.io;
    requires org.dhatim.fastexcel;
    // PDFBox's, which has no descriptor to say so
    requires org.apache.commons.logging;

    exports dev.countersign.core.approval;
    exports dev.countersign.core.archive;
    exports dev.countersign.core.bundle;
    exports dev.countersign.core.chain;
    exports dev.countersign.core.clock;
    exports dev.countersign.core.compare;
    exports dev.countersign.core.database;
    exports dev.countersign.core.demo;
    exports dev.countersign.core.engine;
    exports dev.countersign.core.holiday;
    exports dev.countersign.core.journal;
    exports dev.countersign.core.json;
    exports dev.countersign.core.ledger;
    exports dev.countersign.core.policy;
    exports dev.countersign.core.queue;
    exports dev.countersign.core.recovery;
    exports dev.countersign.core.reperformance;
    exports dev.countersign.core.resume;
    exports dev.countersign.core.report;
    exports dev.countersign.core.review;
    exports dev.countersign.core.run;
    exports dev.countersign.core.sampling;
    exports dev.countersign.core.signing;
    exports dev.countersign.core.source;
    exports dev.countersign.core.trust;
    exports dev.countersign.core.witness;
    exports dev.countersign.core.workspace;

    uses dev.countersign.core.review.ControlRules;
}
