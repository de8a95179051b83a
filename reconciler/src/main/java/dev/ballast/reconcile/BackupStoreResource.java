package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A BackupStore as the Kubernetes client sees it. */
@Group("ballast.dev")
@Version("v1alpha1")
@Kind("BackupStore")
@Plural("backupstores")
@Singular("backupstore")
public final class BackupStoreResource extends CustomResource<ObjectNode, ObjectNode> implements Namespaced {
    private static final long serialVersionUID = 1;
}
