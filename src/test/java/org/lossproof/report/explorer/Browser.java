package org.lossproof.report.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A headless Chromium, driven by its DevTools protocol: keys, widths, colour schemes, and what its console says. */
final class Browser implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;
    private static final Map<String, Integer> KEYS = Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "End",
            35,
            "Home",
            36,
            "ArrowLeft",
            37,
            "ArrowUp",
            38,
            "ArrowRight",
            39,
            "ArrowDown",
            40);

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private int sent;

    /** Where Chromium is; empty if it is not installed. */
    static Optional<String> place() {
        return PLACES.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst();
    }

    Browser(String place) throws Exception {
        profile = Files.createTempDirectory("lossproof-browser");
        process = new ProcessBuilder(
                        place,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .buildAsync(page(client), new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** The address of the first page, once Chromium has written its port. */
    private URI page(HttpClient client) throws Exception {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                URI list = URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list");
                var request = HttpRequest.newBuilder(list).build();
                String body = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                for (JsonNode target : MAPPER.readTree(body)) {
                    if (target.get("type").textValue().equals("page")) {
                        return URI.create(target.get("webSocketDebuggerUrl").textValue());
                    }
                }
            }
            Thread.sleep(20);
        }
        throw new IOException("Chromium did not start: " + Files.readString(profile.resolve("log")));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    JsonNode message = MAPPER.readTree(text.toString());
                    text.setLength(0);
                    if (message.has("id")) {
                        answers.add(message);
                    } else {
                        note(message);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            from.request(1);
            return null;
        }
    }

    private synchronized void note(JsonNode event) {
        JsonNode what = event.get("params");
        switch (event.get("method").textValue()) {
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" -> complaints.add(what.toString());
            case "Log.entryAdded" -> complaints.add(what.get("entry").toString());
            case "Network.requestWillBeSent" ->
                requests.add(what.get("request").get("url").textValue());
            default -> {}
        }
    }

    /** Everything on the console: errors, warnings, messages. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What was fetched. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = ++sent;
        socket.sendText(MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null || answer.get("id").intValue() != id || answer.has("error")) {
            throw new IOException(method + " " + parameters + ": " + answer);
        }
        return answer.get("result");
    }

    /** The value of an expression in the page. */
    JsonNode value(String expression) throws Exception {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result);
        }
        return result.get("result").path("value");
    }

    String text(String expression) throws Exception {
        return value(expression).asText();
    }

    /** Opens a page and waits until the condition holds in it. */
    void open(URI address, String ready) throws Exception {
        call("Page.navigate", Map.of("url", "about:blank"));
        call("Page.navigate", Map.of("url", address.toString()));
        until(ready);
    }

    /** Waits until a condition holds. */
    void until(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            if (value("Boolean(" + condition + ")").booleanValue()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IOException("never: " + condition);
    }

    /** Waits until what was asked for is drawn. */
    void drawn() throws Exception {
        value("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(1))))");
    }

    /** Presses a key, as a person does. */
    void press(String key) throws Exception {
        Map<String, Object> event = new HashMap<>(
                Map.of("key", key, "code", key, "windowsVirtualKeyCode", KEYS.get(key), "type", "keyDown"));
        call("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        call("Input.dispatchKeyEvent", event);
    }

    /** A window of a width in CSS pixels, light or dark. */
    void window(int width, int height, boolean dark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A picture of the whole page. */
    byte[] screenshot() throws Exception {
        JsonNode picture = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode(picture.get("data").textValue());
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        // Its children may still write for a moment: a few attempts.
        for (int attempt = 0; Files.exists(profile) && attempt < 20; attempt++) {
            try (Stream<Path> all = Files.walk(profile)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }
}
