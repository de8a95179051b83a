package dev.ballast.report;

import java.nio.charset.StandardCharsets;

/** How SARIF writes messages and paths. */
final class SarifText {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private SarifText() {}

    /**
     * Text as a SARIF message: braces, which enclose placeholders, are doubled (SARIF 2.1.0, 3.11.5), and what would be read as a link
     * (3.11.6) is parted by a space, because outside of links there is no escape.
     */
    static String escape(String text) {
        return text.replace("](", "] (").replace("{", "{{").replace("}", "}}");
    }

    /** A path as a URI reference: slashes stay, everything that is not unreserved (RFC 3986, 2.3) becomes percent and hex. */
    static String uriPath(String path) {
        var uri = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c == '/' || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted((int) c));
            }
        }
        return uri.toString();
    }
}
