package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final Set<String> US = Set.of("ballast-reconciler");
    private static final String NIGHT = "2026-11-19T02:14:00Z";
    private static final ObjectNode SCHEDULE = Live.tree("""
            {'apiVersion': 'velero.io/v1', 'kind': 'Schedule',
             'metadata': {'name': 'shop-daily', 'namespace': 'velero',
               'labels': {'app.kubernetes.io/managed-by': 'ballast', 'ballast.dev/policy': 'shop', 'ballast.dev/tier': 'daily'},
               'annotations': {'ballast.dev/revision': '0123456789ab'}},
             'spec': {'schedule': '0 2 * * *', 'template': {
               'metadata': {'labels': {'ballast.dev/policy': 'shop'}},
               'includedNamespaces': ['shop', 'shop-db'],
               'labelSelector': {'matchLabels': {'app': 'shop'}},
               'hooks': {'resources': [{'name': 'freeze', 'pre': [{'exec': {'command': ['sync'], 'onError': 'Fail', 'timeout': '1m0s'}}]}]},
               'storageLocation': 'primary', 'snapshotVolumes': true, 'snapshotMoveData': false, 'ttl': '168h0m0s'}}}
            """);
    private static final ObjectNode LOCATION = Live.tree("""
            {'apiVersion': 'velero.io/v1', 'kind': 'BackupStorageLocation',
             'metadata': {'name': 'primary', 'namespace': 'velero', 'labels': {'app.kubernetes.io/managed-by': 'ballast'}},
             'spec': {'provider': 'aws', 'objectStorage': {'bucket': 'acme'}, 'config': {'region': 'eu-west-1'}}}
            """);

    private static Live applied() {
        return Live.applied(SCHEDULE, "ballast-reconciler");
    }

    private static List<ManifestDrift> compare(Live live) {
        return compare(SCHEDULE, live);
    }

    private static List<ManifestDrift> compare(JsonNode desired, Live live) {
        return Manifests.compare(desired, live.object(), US);
    }

    private static ManifestDrift only(List<ManifestDrift> drifts) {
        assertThat(drifts).hasSize(1);
        return drifts.get(0);
    }

    @Test
    void whatWasAppliedIsInSync() {
        assertThat(compare(applied())).isEmpty();
        assertThat(Manifests.inSync(SCHEDULE, applied().object(), US)).isTrue();
    }

    @Test
    void whatVeleroWritesItselfIsNoDrift() {
        Live live = applied()
                .set("/spec/skipImmediately", "false", "velero-server", NIGHT)
                .set("/spec/template/csiSnapshotTimeout", "'0s'", "velero", NIGHT)
                .set("/spec/template/itemOperationTimeout", "'0s'", "velero", NIGHT)
                .set("/spec/template/orLabelSelectors", "null", "velero", NIGHT)
                .set("/spec/template/includedResources", "['*']", "velero", NIGHT)
                .set("/spec/useOwnerReferencesInBackup", "false", "velero", NIGHT)
                .status("{'phase': 'Enabled', 'lastBackup': '2026-11-20T02:00:10Z'}");
        assertThat(compare(live)).isEmpty();
    }

    @Test
    void aChangedFieldSaysWhatWasThereAndWhoWroteItSinceWhen() {
        ManifestDrift drift = only(compare(applied().set("/spec/template/ttl", "'72h0m0s'", "kubectl-edit", NIGHT)));
        var author = new Author("kubectl-edit", "Update", Instant.parse(NIGHT));
        assertThat(drift)
                .isEqualTo(new ManifestDrift(
                        ManifestDrift.Kind.CHANGED,
                        "Schedule velero/shop-daily",
                        List.of(new FieldDrift(
                                "/spec/template/ttl",
                                SCHEDULE.at("/spec/template/ttl"),
                                Live.JSON.getNodeFactory().textNode("72h0m0s"),
                                author)),
                        author,
                        Instant.parse(NIGHT),
                        "`Schedule velero/shop-daily` is not as it should be in `/spec/template/ttl`, by `kubectl-edit` (update)",
                        "apply the policies again; if the change is meant, write it into the policy first"));
    }

    @Test
    void ofSeveralWritersTheNewestIsNamed() {
        Live live = applied()
                .set("/spec/schedule", "'0 5 * * *'", "helm", "2026-11-10T00:00:00Z")
                .set("/spec/template/ttl", "'24h'", "kubectl-edit", NIGHT)
                .set("/spec/template/storageLocation", "'other'", "k9s", "2026-11-12T00:00:00Z");
        ManifestDrift drift = only(compare(live));
        assertThat(drift.fields())
                .extracting(FieldDrift::path)
                .containsExactly("/spec/schedule", "/spec/template/storageLocation", "/spec/template/ttl");
        assertThat(drift.author()).extracting(Author::manager).isEqualTo("kubectl-edit");
        assertThat(drift.since()).isEqualTo("2026-11-10T00:00:00Z");
        assertThat(drift.message())
                .isEqualTo(
                        "`Schedule velero/shop-daily` is not as it should be in `/spec/schedule` and 2 fields more, by `kubectl-edit` (update)");
    }

    @Test
    void aRemovedFieldHasNoAuthor() {
        ManifestDrift drift = only(compare(applied().remove("/spec/template/labelSelector")));
        assertThat(drift.kind()).isEqualTo(ManifestDrift.Kind.CHANGED);
        assertThat(drift.fields())
                .containsExactly(new FieldDrift(
                        "/spec/template/labelSelector", SCHEDULE.at("/spec/template/labelSelector"), null, null));
        assertThat(drift.since()).isNull();
    }

    @Test
    void durationsAreComparedByValue() {
        assertThat(compare(applied()
                        .set("/spec/template/ttl", "'168h'", "velero", NIGHT)
                        .stripped()))
                .isEmpty();
        String hooks =
                "[{'name': 'freeze', 'labelSelector': {}, 'pre': [{'exec': {'command': ['sync'], 'onError': 'Fail', 'timeout': '60s'}}]}]";
        assertThat(compare(applied()
                        .stripped()
                        .set("/spec/template/hooks/resources", hooks, "velero", NIGHT)
                        .stripped()))
                .isEmpty();
    }

    @Test
    void aListDiffersAsAWhole() {
        ManifestDrift drift =
                only(compare(applied().set("/spec/template/includedNamespaces", "['shop']", "Mozilla", NIGHT)));
        assertThat(drift.fields()).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("/spec/template/includedNamespaces");
            assertThat(field.actual()).hasToString("[\"shop\"]");
        });
    }

    @Test
    void aValueThatIsRightButNoLongerOursIsDriftOfItsOwner() {
        Live live = applied().set("/spec/schedule", "'0 2 * * *'", "kubectl-edit", NIGHT);
        ManifestDrift drift = only(compare(live));
        assertThat(drift.fields()).singleElement().matches(FieldDrift::isOwnershipOnly);
        assertThat(drift.message())
                .isEqualTo(
                        "`Schedule velero/shop-daily` is no longer ours in `/spec/schedule`, by `kubectl-edit` (update)");
        assertThat(Manifests.inSync(SCHEDULE, live.object(), US)).isFalse();
    }

    @Test
    void whatWeOnceAppliedAndNoLongerWantIsChanged() {
        ObjectNode older = SCHEDULE.deepCopy();
        older.withObject("/spec/template").putArray("excludedResources").add("events");
        older.withObject("/metadata/labels").put("app.kubernetes.io/version", "1");
        ManifestDrift drift = only(compare(Live.applied(older, "ballast-reconciler")));
        assertThat(drift.kind()).isEqualTo(ManifestDrift.Kind.CHANGED);
        assertThat(drift.fields()).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("/spec/template/excludedResources");
            assertThat(field.expected()).isNull();
            assertThat(field.author()).extracting(Author::manager).isEqualTo("ballast-reconciler");
        });
    }

    @Test
    void theRevisionGoesUnsaidBesideWhatItFollowsFrom() {
        ObjectNode older = SCHEDULE.deepCopy();
        older.withObject("/metadata/annotations").put("ballast.dev/revision", "ffffffffffff");
        assertThat(only(compare(Live.applied(older, "ballast-reconciler"))).fields())
                .extracting(FieldDrift::path)
                .containsExactly("/metadata/annotations/ballast.dev~1revision");
        older.withObject("/spec").put("schedule", "0 9 * * *");
        assertThat(only(compare(Live.applied(older, "ballast-reconciler"))).fields())
                .extracting(FieldDrift::path)
                .containsExactly("/spec/schedule");
    }

    @Test
    void whatNobodyAskedForIsExtraWhenItMeansSomething() {
        Live live = applied()
                .set("/spec/template/excludedResources", "['secrets']", "kubectl-patch", NIGHT)
                .set("/spec/template/includeClusterResources", "false", "kubectl-patch", NIGHT);
        ManifestDrift drift = only(compare(live));
        assertThat(drift.kind()).isEqualTo(ManifestDrift.Kind.EXTRA);
        assertThat(drift.fields())
                .extracting(FieldDrift::path)
                .containsExactly("/spec/template/excludedResources", "/spec/template/includeClusterResources");
        assertThat(drift.message())
                .isEqualTo(
                        "`Schedule velero/shop-daily` has what nobody asked for in `/spec/template/excludedResources` and one field more, by `kubectl-patch` (update)");
        assertThat(Manifests.inSync(SCHEDULE, live.object(), US))
                .as("applying would not remove it")
                .isTrue();
    }

    @Test
    void aPauseByHandIsToldAndNotUndone() {
        Live live = applied().set("/spec/paused", "true", "velero", NIGHT);
        ManifestDrift drift = only(compare(live));
        assertThat(drift.kind()).isEqualTo(ManifestDrift.Kind.PAUSED);
        assertThat(drift.since()).isEqualTo(NIGHT);
        assertThat(drift.message()).isEqualTo("`Schedule velero/shop-daily` is paused, by `velero` (update)");
        assertThat(drift.help())
                .isEqualTo("`velero -n velero schedule unpause shop-daily`, or say `suspend: true` in the policy");
        assertThat(Manifests.inSync(SCHEDULE, live.object(), US)).isTrue();
        ObjectNode running = SCHEDULE.deepCopy();
        running.withObject("/spec").put("paused", false);
        Live paused = Live.applied(running, "ballast-reconciler").set("/spec/paused", "true", "velero", NIGHT);
        assertThat(only(compare(running, paused)).kind())
                .as("where the policy says it, it is a change like others")
                .isEqualTo(ManifestDrift.Kind.CHANGED);
    }

    @Test
    void withoutManagedFieldsValuesAreComparedAndNobodyIsNamed() {
        Live live = applied()
                .set("/spec/schedule", "'0 5 * * *'", "kubectl-edit", NIGHT)
                .stripped();
        ManifestDrift drift = only(compare(live));
        assertThat(drift.author()).isNull();
        assertThat(drift.fields()).extracting(FieldDrift::path).containsExactly("/spec/schedule");
        assertThat(compare(applied().stripped())).isEmpty();
    }

    @Test
    void anObjectOfOthersIsAConflictAndNotLookedAtFurther() {
        ObjectNode foreign = SCHEDULE.deepCopy();
        foreign.withObject("/metadata").remove("labels");
        ManifestDrift drift = only(compare(Live.applied(foreign, "helm")));
        assertThat(drift.kind()).isEqualTo(ManifestDrift.Kind.CONFLICT);
        assertThat(drift.fields()).isEmpty();
        assertThat(drift.message())
                .isEqualTo("`Schedule velero/shop-daily` belongs to somebody else, written by `helm`");
        assertThat(only(compare(Live.applied(SCHEDULE, "kubectl"))).message())
                .isEqualTo(
                        "`Schedule velero/shop-daily` carries our label, but was not applied by us, written by `kubectl`");
        assertThat(Manifests.compare(SCHEDULE, Live.applied(SCHEDULE, "kubectl").object(), Set.of("kubectl")))
                .isEmpty();
    }

    @Test
    void whatAProgramAppliesForUsWithMarksOfItsOwnIsNoDrift() {
        ObjectNode marked = SCHEDULE.deepCopy();
        marked.withObject("/metadata/annotations").put("argocd.argoproj.io/tracking-id", "shop:velero.io/Schedule");
        LiveObject live = Live.applied(marked, "argocd-controller").object();
        assertThat(Manifests.compare(SCHEDULE, live, Set.of("ballast-reconciler", "argocd-controller")))
                .isEmpty();
    }

    @Test
    void anOwnerIsLookedForAmongOthers() {
        ObjectNode owned = SCHEDULE.deepCopy();
        owned.withObject("/metadata").set("ownerReferences", Live.JSON.createArrayNode());
        owned.withObject("/metadata")
                .withArray("ownerReferences")
                .addObject()
                .put("uid", "1")
                .put("kind", "BackupPolicy");
        assertThat(only(compare(owned, applied())).fields())
                .extracting(FieldDrift::path)
                .containsExactly("/metadata/ownerReferences");
        assertThat(compare(SCHEDULE, Live.applied(owned, "ballast-reconciler")))
                .as("from files, nobody knows the owner")
                .isEmpty();
        Live both = Live.applied(owned, "ballast-reconciler");
        both.object()
                .root()
                .withObject("/metadata")
                .withArray("ownerReferences")
                .addObject()
                .put("uid", "2");
        assertThat(compare(owned, both)).isEmpty();
    }

    @Test
    void ofALocationTheDefaultIsVelerosAndItsStateIsTold() {
        Live live = Live.applied(LOCATION, "ballast-reconciler")
                .set("/spec/default", "true", "velero-server", NIGHT)
                .set("/spec/accessMode", "'ReadWrite'", "velero", NIGHT)
                .status("{'phase': 'Available'}");
        assertThat(compare(LOCATION, live)).isEmpty();
        live.set("/spec/accessMode", "'ReadOnly'", "kubectl-edit", NIGHT)
                .status("{'phase': 'Unavailable', 'message': 'no such bucket'}");
        assertThat(compare(LOCATION, live))
                .extracting(ManifestDrift::kind, ManifestDrift::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ManifestDrift.Kind.EXTRA,
                                "`BackupStorageLocation velero/primary` has what nobody asked for in `/spec/accessMode`, by `kubectl-edit` (update)"),
                        org.assertj.core.groups.Tuple.tuple(
                                ManifestDrift.Kind.UNAVAILABLE,
                                "`BackupStorageLocation velero/primary` cannot be reached by Velero: no such bucket"));
    }

    @Test
    void whatIsNotThereIsMissingAndWhatIsNotWantedIsAnOrphan() {
        ObjectNode gone = SCHEDULE.deepCopy();
        gone.withObject("/metadata").put("name", "shop-monthly");
        ObjectNode foreign = gone.deepCopy();
        foreign.withObject("/metadata").put("name", "theirs").remove("labels");
        ObjectNode elsewhere = Live.tree("{'kind': 'ScheduledBackup', 'metadata': {'name': 'pg', 'namespace': 'db'}}");
        assertThat(Manifests.compare(
                        List.of(SCHEDULE, elsewhere),
                        List.of(
                                Live.applied(gone, "ballast-reconciler").object(),
                                Live.applied(foreign, "helm").object()),
                        US))
                .extracting(ManifestDrift::kind, ManifestDrift::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ManifestDrift.Kind.MISSING, "`Schedule velero/shop-daily` is not there"),
                        org.assertj.core.groups.Tuple.tuple(
                                ManifestDrift.Kind.ORPHANED,
                                "`Schedule velero/shop-monthly` is asked for by no policy"));
    }

    @Test
    void whoseAnObjectIsFollowsFromItsLabelAndWhoAppliedIt() {
        Live live = applied().set("/spec/paused", "true", "velero", NIGHT).status("{'phase': 'Enabled'}");
        assertThat(Ownership.of(live.object(), US))
                .as("who writes the status alone manages nothing")
                .isEqualTo(new Ownership(true, true, true, List.of("velero")));
        assertThat(Ownership.of(live.stripped().object(), US))
                .isEqualTo(new Ownership(true, false, false, List.of()))
                .matches(Ownership::isOurs);
        Live updated = applied().stripped().set("/spec/schedule", "'x'", "ballast-reconciler", NIGHT);
        assertThat(Ownership.of(updated.object(), US))
                .as("an update is no apply")
                .matches(o -> !o.isOurs());
    }
}
