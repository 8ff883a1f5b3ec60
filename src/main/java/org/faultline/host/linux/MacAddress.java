package org.faultline.host.linux;

import java.util.HexFormat;

/** A hardware address as text: lower case, colon separated. */
final class MacAddress {

    static final String NONE = "00:00:00:00:00:00";

    private static final HexFormat FORMAT = HexFormat.ofDelimiter(":");

    private MacAddress() { }

    static String text(byte[] address) {
        return FORMAT.formatHex(address);
    }
}
