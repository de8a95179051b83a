package dev.ballast.e2e.reconcile;

import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.proxy.Request;
import dev.ballast.e2e.proxy.Witness;
import dev.ballast.rbac.Permission.Verb;
import dev.ballast.rbac.RbacManifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts each of which may do everything but one thing. Before a request is passed on, the account that lacks just what it takes sends the same,
 * as a trial, so that what the server says about it holds for that request at that moment, and nothing comes of it.
 */
final class Understudies implements Witness {
    private static final int REFUSED = 403;
    private static final String APPLY = "application/apply-patch+yaml";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Workspace workspace;
    private final KubernetesClient admin;
    private final HttpClient http;
    private final List<Right> rights;
    private final Map<Right, Integer> answers = new ConcurrentHashMap<>();

    private Understudies(Workspace workspace, KubernetesClient admin, HttpClient http, List<Right> rights) {
        this.workspace = workspace;
        this.admin = admin;
        this.http = http;
        this.rights = rights;
    }

    /** Makes the accounts, and waits until the server knows what they may do. */
    static Understudies of(List<Right> rights, Workspace workspace) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(workspace.cluster().trust())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        KubernetesClient admin = workspace.client();
        workspace.atTheEnd(admin);
        var understudies = new Understudies(workspace, admin, http, List.copyOf(rights));
        for (Right right : rights) {
            understudies.hire(right);
        }
        for (Right right : rights) {
            understudies.await(right);
        }
        return understudies;
    }

    private void hire(Right missing) {
        String objects = RbacManifests.yaml(
                workspace.namespace(),
                name(missing),
                rights.stream()
                        .filter(right -> !right.equals(missing))
                        .map(Right::asPermission)
                        .toList());
        for (HasMetadata object : admin.load(new ByteArrayInputStream(objects.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            admin.resource(object).create();
        }
    }

    /** Otherwise everything would be refused for a moment, and no refusal mean anything. */
    private void await(Right missing) throws IOException, InterruptedException {
        Right other = rights.stream()
                .filter(right -> right.scope() == missing.scope() && !right.equals(missing))
                .findFirst()
                .orElseThrow();
        Patience.until(
                name(missing) + " may " + other, LIMIT, () -> may(missing, other), () -> "a server that does not know");
    }

    private boolean may(Right missing, Right right) {
        String[] resource = right.resource().split("/", 2);
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(user(missing))
                .withNewResourceAttributes()
                .withNamespace(workspace.namespace())
                .withGroup(right.group())
                .withResource(resource[0])
                .withSubresource(resource.length == 2 ? resource[1] : null)
                .withVerb(right.verb().name().toLowerCase(Locale.ROOT))
                .endResourceAttributes()
                .endSpec()
                .build();
        return admin.authorization()
                .v1()
                .subjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }

    private String name(Right missing) {
        return "without-" + rights.indexOf(missing);
    }

    private String user(Right missing) {
        return "system:serviceaccount:%s:%s".formatted(workspace.namespace(), name(missing));
    }

    /** What the server answered to the account without a right; absent where nothing was done that takes it. */
    Map<Right, Integer> answers() {
        return Map.copyOf(answers);
    }

    @Override
    public void sees(Request request, String type, byte[] body) throws IOException {
        Right needed = Right.neededFor(request);
        if (needed == null) {
            return;
        }
        var tried = new ArrayList<>(List.of(needed));
        if (needed.verb() == Verb.PATCH && type.startsWith(APPLY)) {
            tried.add(needed.toCreate());
        }
        for (Right right : tried) {
            // Whether something is made shows only afterwards, so that this one is tried until it was.
            if (rights.contains(right) && answers.getOrDefault(right, 0) != REFUSED) {
                answers.put(right, ask(right, request, type, body));
            }
        }
    }

    private int ask(Right missing, Request request, String type, byte[] body) throws IOException {
        String trial = request.isWrite() ? "dryRun=All" : "timeoutSeconds=1";
        String query = request.query().isEmpty() ? trial : request.query() + "&" + trial;
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        URI.create(workspace.cluster().url() + request.path() + "?" + query))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + admin.getConfiguration().getAutoOAuthToken())
                .header("Impersonate-User", user(missing))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            asked.header("Content-Type", type);
        }
        try {
            HttpResponse<InputStream> answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
