package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All objects of one kind, as they come and go. A kind that is not there yet, as before Velero is installed, is asked for again until it
 * is; a lost connection is made anew.
 */
final class Feed implements AutoCloseable {
    /** Objects of one page of the first listing. */
    private static final long PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who wants to know. */
    interface Reader {
        /** It is there, or is other than it was. */
        void put(JsonNode object);

        /** It is gone. */
        void remove(String name);

        /** All that was there has been read once. */
        void synced();
    }

    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final Reader reader;
    private final Watched watched;
    private volatile boolean synced;
    private volatile boolean absent;

    private Feed(Watched watched, SharedIndexInformer<GenericKubernetesResource> informer, Reader reader) {
        this.watched = watched;
        this.informer = informer;
        this.reader = reader;
    }

    /** Begins to read a kind in a namespace, or in the whole cluster where it has none. */
    static Feed start(KubernetesClient client, String namespace, Watched watched, Reader reader) {
        var objects = client.genericKubernetesResources(watched.context());
        FilterWatchListDeletable<
                        GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                chosen = watched.namespaced() ? objects.inNamespace(namespace) : objects;
        String selector = watched.selector();
        if (selector != null) {
            String[] label = selector.split("=", 2);
            chosen = label.length == 1 ? chosen.withLabel(selector) : chosen.withLabel(label[0], label[1]);
        }
        var feed = new Feed(watched, chosen.withLimit(PAGE).runnableInformer(0).itemStore(new StubStore()), reader);
        feed.run();
        return feed;
    }

    private void run() {
        informer.addEventHandler(new Handler());
        informer.exceptionHandler((started, failure) -> {
            LOG.debug("{} cannot be read at the moment", watched.plural(), failure);
            if (isOutOfReach(failure)) {
                absent = true;
            }
            return true;
        });
        informer.start().whenComplete((done, failure) -> {
            if (failure != null && !(failure instanceof CompletionException stopped && stopped.getCause() == null)) {
                LOG.warn("{} cannot be read", watched.plural(), failure);
            }
        });
    }

    private boolean isOutOfReach(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException refused && watched.isOutOfReach(refused.getCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the whole kind was read once, and every object handed on. */
    boolean isSynced() {
        return synced;
    }

    /** Whether the server said that there is no such kind, or of one of the whole cluster that it may not be read. */
    boolean isAbsent() {
        return absent;
    }

    @Override
    public void close() {
        informer.stop();
    }

    private final class Handler implements ResourceEventHandler<GenericKubernetesResource> {
        /** Comes after all that was listed, where an informer itself counts as synced before the first of it was handed on. */
        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            if (!synced) {
                synced = true;
                reader.synced();
            }
        }

        @Override
        public void onAdd(GenericKubernetesResource object) {
            reader.put(JSON.valueToTree(object));
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
            reader.put(JSON.valueToTree(object));
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean finalStateUnknown) {
            reader.remove(object.getMetadata().getName());
        }
    }
}
