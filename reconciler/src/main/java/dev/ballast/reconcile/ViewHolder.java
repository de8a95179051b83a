package dev.ballast.reconcile;

import dev.ballast.cluster.ClusterView;
import java.util.concurrent.CompletableFuture;

/** The view of the cluster, which tells of changes before whoever made it has it in hand. */
final class ViewHolder {
    private final CompletableFuture<ClusterView> view = new CompletableFuture<>();

    void set(ClusterView made) {
        view.complete(made);
    }

    /** Waits until it is there. */
    ClusterView get() {
        return view.join();
    }
}
