package dev.ballast.reconcile;

/** Something that goes on by itself until it is closed. */
interface Loop extends AutoCloseable {
    @Override
    void close();
}
