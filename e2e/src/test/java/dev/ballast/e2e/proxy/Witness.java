package dev.ballast.e2e.proxy;

import java.io.IOException;

/** Who is shown requests before they are passed on; each waits until this returns. Called by many threads at once. */
public interface Witness {
    /**
     * Shown before it is passed on.
     *
     * @param type of the content; empty for none
     */
    void sees(Request request, String type, byte[] body) throws IOException;
}
