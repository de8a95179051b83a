package dev.ballast.e2e.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes plain HTTP on a free loopback port and passes it on over TLS, one request a connection, WebSockets too. Bytes of bodies pass as they are,
 * so that a watch is as live as without it.
 */
public final class Proxy implements AutoCloseable {
    /** How long a client that was refused may take to notice, in ms. */
    private static final int PARTING = 2000;

    private final URI server;
    private final SSLContext trust;
    private final ServerSocket door;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final List<Predicate<Request>> held = new CopyOnWriteArrayList<>();
    private final AtomicInteger holding = new AtomicInteger();
    private volatile @Nullable Witness witness;
    private volatile boolean cut;
    private volatile boolean silent;

    private Proxy(URI server, SSLContext trust, ServerSocket door) {
        this.server = server;
        this.trust = trust;
        this.door = door;
    }

    /** Starts one in front of a server whose certificate is trusted. */
    public static Proxy before(String server, SSLContext trust) throws IOException {
        var proxy = new Proxy(URI.create(server), trust, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        run("proxy", proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What was asked and answered since the last {@link #forget}, in the order of the answers. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** All requests that would change something, {@link Request#inShort() in short}. */
    public List<String> writes() {
        return exchanges.stream()
                .map(Exchange::request)
                .filter(Request::isWrite)
                .map(Request::inShort)
                .toList();
    }

    public void forget() {
        exchanges.clear();
    }

    /** Answers requests with an error instead of passing them on, so many times. */
    public void answer(Predicate<Request> requests, int status, int times) {
        faults.add(new Fault(requests, status, times));
    }

    /** Shows every request to somebody before it is passed on. */
    public void show(Witness who) {
        witness = who;
    }

    /** Takes some requests and answers nothing, until {@link #mend}. */
    public void hold(Predicate<Request> requests) {
        held.add(requests);
    }

    /** How many requests have been held so far. */
    public int holding() {
        return holding.get();
    }

    /**
     * Keeps every connection, takes those that come, and lets nothing through in either direction until {@link #mend}, as a network does that
     * loses everything. What was sent meanwhile is lost.
     */
    public void silence() {
        silent = true;
    }

    /** Breaks every connection that is open; new ones are as good as before. */
    public void drop() {
        open.forEach(Connection::close);
    }

    /** Breaks every connection, and each that comes, from now on. */
    public void cut() {
        cut = true;
        drop();
    }

    /** Passes everything on again; of connections on which something was lost nothing more comes. */
    public void mend() {
        cut = false;
        if (silent || !held.isEmpty()) {
            drop();
            held.clear();
            silent = false;
            drop();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var connection = new Connection(door.accept());
                open.add(connection);
                run("proxied", connection::serve);
            } catch (IOException closed) {
                // It ends with the door, or goes on with the next.
            }
        }
    }

    private static void run(String name, Runnable what) {
        var thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    /** One client, one request, and everything that follows it. */
    private final class Connection {
        private final Socket client;
        private volatile Closeable upstream = () -> {};

        Connection(Socket client) {
            this.client = client;
        }

        void serve() {
            try (client) {
                if (!cut) {
                    serve(Head.read(client.getInputStream()), System.nanoTime());
                }
            } catch (IOException broken) {
                // Either side may go whenever it likes.
            } finally {
                close();
            }
        }

        private void serve(Head head, long begun) throws IOException {
            Request request = Request.of(head.line());
            for (Fault fault : faults) {
                if (fault.takes(request)) {
                    record(request, fault.status(), Exchange.By.PROXY, begun);
                    refuse(fault);
                    return;
                }
            }
            if (silent || held.stream().anyMatch(requests -> requests.test(request))) {
                holding.incrementAndGet();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            pass(head, request, begun);
        }

        private void refuse(Fault fault) throws IOException {
            client.getOutputStream().write(fault.answer().getBytes(ISO_8859_1));
            client.shutdownOutput();
            // Closing with unread bytes would reset the connection, and the answer be lost.
            client.setSoTimeout(PARTING);
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }

        private void pass(Head head, Request request, long begun) throws IOException {
            try (Socket to = trust.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
                upstream = to;
                byte[] body = testified(head, request);
                to.getOutputStream().write(head.alone().bytes());
                to.getOutputStream().write(body);
                run("proxied", () -> pipe(client, to));
                InputStream answers = to.getInputStream();
                Head answer = Head.read(answers);
                record(request, Integer.parseInt(answer.line().split(" ", -1)[1]), Exchange.By.SERVER, begun);
                if (!silent) {
                    client.getOutputStream().write(answer.bytes());
                }
                copy(answers, client.getOutputStream());
            }
        }

        /** The body of a request that was shown to a witness; nothing where there is none, so that it passes as it comes. */
        private byte[] testified(Head head, Request request) throws IOException {
            Witness known = witness;
            if (known == null) {
                return new byte[0];
            }
            byte[] body = client.getInputStream().readNBytes(head.length());
            known.sees(request, head.field("Content-Type"), body);
            return body;
        }

        private void record(Request request, int status, Exchange.By by, long begun) {
            exchanges.add(new Exchange(request, status, by, begun, System.nanoTime()));
        }

        private void pipe(Socket from, Socket to) {
            try {
                copy(from.getInputStream(), to.getOutputStream());
            } catch (IOException gone) {
                // The other direction notices too.
            }
        }

        private void copy(InputStream from, OutputStream to) throws IOException {
            byte[] bytes = new byte[8192];
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                if (!silent) {
                    to.write(bytes, 0, read);
                    to.flush();
                }
            }
        }

        void close() {
            open.remove(this);
            quietly(client);
            quietly(upstream);
        }
    }
}
