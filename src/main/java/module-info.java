/** Faultline: finds where the network breaks, from loopback outward. */
module org.faultline {
    requires com.github.oshi;
    requires org.dnsjava;
    requires info.picocli;
    requires io.nayuki.qrcodegen;
    requires java.logging;
    requires java.net.http;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;

    opens org.faultline.cli to info.picocli;
    exports org.faultline.ui to javafx.graphics;
    

    exports org.faultline.model;
    exports org.faultline.host;
    exports org.faultline.probe;
    exports org.faultline.run;
}
