package dev.ballast.rules.select;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The resources that every cluster has. Velero takes plural, singular and short names, in any case, with or without the group. */
final class BuiltInResources {
    /** Words shorter than this are one letter away from too many others. */
    private static final int LONG_ENOUGH = 6;

    private static final Set<String> PLURALS = Set.of(
            "apiservices",
            "certificatesigningrequests",
            "clusterrolebindings",
            "clusterroles",
            "configmaps",
            "controllerrevisions",
            "cronjobs",
            "csidrivers",
            "csinodes",
            "csistoragecapacities",
            "customresourcedefinitions",
            "daemonsets",
            "deployments",
            "endpoints",
            "endpointslices",
            "events",
            "horizontalpodautoscalers",
            "ingressclasses",
            "ingresses",
            "jobs",
            "leases",
            "limitranges",
            "mutatingwebhookconfigurations",
            "namespaces",
            "networkpolicies",
            "nodes",
            "persistentvolumeclaims",
            "persistentvolumes",
            "poddisruptionbudgets",
            "pods",
            "podtemplates",
            "priorityclasses",
            "replicasets",
            "replicationcontrollers",
            "resourcequotas",
            "rolebindings",
            "roles",
            "runtimeclasses",
            "secrets",
            "serviceaccounts",
            "services",
            "statefulsets",
            "storageclasses",
            "validatingadmissionpolicies",
            "validatingadmissionpolicybindings",
            "validatingwebhookconfigurations",
            "volumeattachments",
            "volumesnapshotclasses",
            "volumesnapshotcontents",
            "volumesnapshots");

    private static final Map<String, String> PLURAL_BY_NAME = pluralByName();

    private static final Set<String> GROUPS = Set.of(
            "",
            "apps",
            "autoscaling",
            "batch",
            "networking.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "storage.k8s.io");

    private BuiltInResources() {}

    /** The built-in resource that a misspelt name probably means; nothing for a right name and for one of somebody's own. */
    static Optional<String> meant(String written) {
        int dot = written.indexOf('.');
        String name = (dot < 0 ? written : written.substring(0, dot)).toLowerCase(Locale.ROOT);
        String group = dot < 0 ? "" : written.substring(dot + 1);
        if (name.length() < LONG_ENOUGH || !GROUPS.contains(group)) {
            return Optional.empty();
        }
        if (PLURAL_BY_NAME.containsKey(name)) {
            return Optional.empty();
        }
        return PLURAL_BY_NAME.entrySet().stream()
                .filter(known -> oneEdit(name, known.getKey()))
                .findFirst()
                .map(known -> known.getValue() + (group.isEmpty() ? "" : "." + group));
    }

    private static Map<String, String> pluralByName() {
        var names = new TreeMap<String, String>();
        PLURALS.forEach(plural -> names.put(plural, plural));
        PLURALS.forEach(plural -> names.put(singular(plural), plural));
        return names;
    }

    private static String singular(String plural) {
        return plural.equals("endpoints")
                ? plural
                : plural.replaceFirst("ies$", "y").replaceFirst("sses$", "ss").replaceFirst("([^s])s$", "$1");
    }

    /** Whether one letter was inserted, left out or replaced, or two neighbours swapped. */
    private static boolean oneEdit(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restOfA = a.substring(start);
        String restOfB = b.substring(start);
        return switch (a.length() - b.length()) {
            case 1 -> restOfA.substring(1).equals(restOfB);
            case -1 -> restOfB.substring(1).equals(restOfA);
            case 0 ->
                !restOfA.isEmpty() && (restOfA.substring(1).equals(restOfB.substring(1)) || swapped(restOfA, restOfB));
            default -> false;
        };
    }

    private static boolean swapped(String a, String b) {
        return a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }
}
