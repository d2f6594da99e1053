package stratum.sandbox.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.schemas.Registration;

/**
 * The whole system on one machine, each part a process of its own. It goes on with whatever its directory holds, and
 * {@link #close} ends the services first, so that they commit what they have done.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    /** What the services need, in the order in which it is stopped after them. */
    private static final List<String> INFRASTRUCTURE = List.of(Registry.NAME, Broker.NAME, Postgres.NAME);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Writing the archives of all parts keeps two processors busy for a while. */
    private static final Duration PATIENCE_WHEN_ARCHIVING = Duration.ofSeconds(120);

    /** Longer than this {@link #close} cannot take: the services stop together, then each part below them by itself. */
    public static final Duration LONGEST_STOP =
            PATIENCE_WHEN_ARCHIVING.plus(Child.KILLED_WITHIN).multipliedBy(1L + INFRASTRUCTURE.size());

    private final SandboxSettings settings;
    private final Workplace place;
    private final Space space;
    private final Consumer<String> says;
    private final Consumer<String> onBreak;
    private final Readiness readiness = new Readiness();
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private @Nullable Hold hold;
    private @Nullable ServiceCommand commands;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean closing;

    /**
     * A sandbox that does not run yet.
     *
     * @param says hears what is being done
     * @param onBreak hears that a part ended unexpectedly, and that the disk is full
     */
    public Sandbox(SandboxSettings settings, Consumer<String> says, Consumer<String> onBreak) {
        this.settings = settings;
        this.place = new Workplace(settings.dir());
        this.space = Space.of(place);
        this.says = says;
        this.onBreak = onBreak;
    }

    /** A running sandbox, for tests: a part that breaks is in the log and no more. */
    public static Sandbox start(SandboxSettings settings) {
        Sandbox sandbox = new Sandbox(settings, LOG::info, LOG::error);
        sandbox.start();
        return sandbox;
    }

    /**
     * Starts every part and waits until all are ready.
     *
     * @throws SandboxFailure where that is not possible; nothing is left running then
     */
    public void start() {
        try {
            Bank bank = takePossession();
            commands = new ServiceCommand(settings, place, bank);
            space.watch(this::isClosing, onBreak);
            startAll();
        } catch (RuntimeException e) {
            RuntimeException failure = isClosing() ? new SandboxFailure("The start was interrupted.", e) : cause(e);
            close();
            throw failure;
        }
    }

    /** A part for which the disk is too full says so in its own way, or not at all. */
    private RuntimeException cause(RuntimeException e) {
        Optional<String> shortage = started() ? space.shortage() : Optional.empty();
        return shortage.<RuntimeException>map(sentence -> new SandboxFailure(sentence, e))
                .orElse(e);
    }

    private void broken(Child part) {
        onBreak.accept(space.shortage().orElseGet(part::obituary));
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private Bank takePossession() {
        place.prepare();
        hold = Hold.on(place);
        int orphans = Orphans.end(place);
        if (orphans > 0) {
            says.accept("Ended %d processes that an earlier run had left behind.".formatted(orphans));
        }
        space.requireToBegin();
        settings.ports().requireFree();
        Running.announce(place, settings.ports());
        Bank bank = settings.fresh() ? begin() : Bank.in(place).orElse(settings.bank());
        bank.keepIn(place);
        if (!settings.fresh() && !bank.liveClock()) {
            says.accept(
                    "Here is the %s as it was played; its clock stands still. A bank of your own, with a live clock: ./stratum up --dir my-bank"
                            .formatted(bank.origin()));
        }
        return bank;
    }

    private Bank begin() {
        Bank.in(place).ifPresent(before -> {
            if (before.origin().equals(Bank.LIVE.origin())) {
                throw new SandboxFailure(
                        "%s holds a bank of your own, which would be lost; give another directory with --dir, or forget it with `./stratum down --wipe`."
                                .formatted(place.dir()));
            }
            says.accept("Forgetting what was played before (%s).".formatted(before.origin()));
        });
        place.wipe();
        place.prepare();
        return settings.bank();
    }

    private void startAll() {
        long start = System.nanoTime();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            says.accept("Starting console, broker, database and registry ...");
            // The console does without the others at first, and someone is waiting for it.
            List<CompletableFuture<Void>> console = started(pool, program -> program == ServiceProgram.CONSOLE);
            CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startBroker, pool);
            CompletableFuture<Void> registry =
                    CompletableFuture.runAsync(this::startPostgres, pool).thenRunAsync(this::startRegistry, pool);
            allOf(List.of(broker, registry));
            says.accept("Starting the services ...");
            List<CompletableFuture<Void>> services = started(pool, program -> program != ServiceProgram.CONSOLE);
            allOf(Stream.concat(console.stream(), services.stream()).toList());
            says.accept("Everything runs after %.1f s.".formatted((System.nanoTime() - start) / 1e9));
        } finally {
            pool.shutdownNow();
        }
    }

    private List<CompletableFuture<Void>> started(ExecutorService pool, Predicate<ServiceProgram> which) {
        return settings.programs().stream()
                .filter(which)
                .map(program -> CompletableFuture.runAsync(() -> startService(program), pool))
                .toList();
    }

    /** The first failure ends the waiting for the others. */
    private static void allOf(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        parts.forEach(part -> part.whenComplete((done, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        }));
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SandboxFailure failure
                    ? failure
                    : new SandboxFailure("The sandbox could not be started: %s.".formatted(e.getCause()), e);
        }
    }

    private void startBroker() {
        Child child = launch(Broker.NAME, Broker.command(place, settings));
        readiness.await(child, () -> readiness.listens(settings.ports().broker()));
        TopicSetup.createMissing(bootstrapServers(), settings.partitions());
    }

    private void startPostgres() {
        Postgres postgres = new Postgres(settings.home(), place, settings.ports());
        Child child = launch(Postgres.NAME, postgres.command());
        readiness.await(child, postgres::answers);
        postgres.createDatabases();
    }

    private void startRegistry() {
        Child child = launch(Registry.NAME, Registry.command(place, settings));
        readiness.await(child, () -> readiness.answers(registryUrl() + "/health/ready"));
        try {
            new Registration(registryUrl()).registerAll();
        } catch (IOException e) {
            throw new SandboxFailure("The schemas could not be registered: %s.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startService(ServiceProgram program) {
        startService(program, 1);
    }

    private void startService(ServiceProgram program, int instance) {
        if (commands == null) {
            throw new IllegalStateException("The sandbox has not been started");
        }
        Child child = launch(ServiceCommand.partOf(program, instance), commands.of(program, instance));
        String url = "http://%s:%d".formatted(Ports.HOST, settings.ports().service(program, instance));
        readiness.await(child, () -> readiness.answers(url + "/actuator/health/readiness"));
    }

    private synchronized Child launch(String part, List<String> command) {
        if (closing) {
            throw new SandboxFailure("The sandbox is being stopped.");
        }
        Child child = Child.start(part, command, place, this::broken);
        children.put(part, child);
        return child;
    }

    /** Starts one service again, and waits until it is ready. */
    public void start(String service) {
        startService(ServiceProgram.named(service));
    }

    /** Starts a second instance of a service beside the first, and waits until it is ready. */
    public void startSecond(String service) {
        startService(ServiceProgram.named(service), 2);
    }

    /** Ends one service at once, as a crash of its machine would. */
    public void kill(String service) {
        running(service).kill();
    }

    /** Holds one service where it is; it keeps its connections and does nothing. */
    public void suspend(String service) {
        running(service).suspend();
    }

    public void resume(String service) {
        running(service).resume();
    }

    private Child running(String part) {
        Child child = children.get(part);
        if (child == null) {
            throw new IllegalArgumentException("There is no part " + part);
        }
        return child;
    }

    public String bootstrapServers() {
        return settings.ports().bootstrapServers();
    }

    public String registryUrl() {
        return settings.ports().registryUrl();
    }

    /** Where a service answers, for example {@code url("scoring-service")}. */
    public String url(String service) {
        return settings.ports().url(ServiceProgram.named(service));
    }

    /** Where the instances of a service may be. */
    public List<String> urls(String service) {
        return settings.ports().urls(ServiceProgram.named(service));
    }

    public Workplace place() {
        return place;
    }

    /** Whether anything has been started. */
    public boolean started() {
        return !children.isEmpty();
    }

    /** Whether this part's process is there. */
    public boolean runs(String part) {
        Child child = children.get(part);
        return child != null && child.alive();
    }

    /** Ends every part in order; who calls it while another does waits until that is done. */
    @Override
    public void close() {
        if (firstToClose()) {
            try {
                stopAll();
            } finally {
                closed.countDown();
            }
        } else {
            awaitClosed();
        }
    }

    private synchronized boolean firstToClose() {
        boolean first = !closing;
        closing = true;
        return first;
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        stopServices();
        INFRASTRUCTURE.forEach(this::stop);
        if (hold != null) {
            Running.withdraw(place);
            hold.close();
        }
    }

    private void stopServices() {
        ExecutorService pool = Executors.newCachedThreadPool();
        List<? extends Future<?>> stopping = children.keySet().stream()
                .filter(part -> !INFRASTRUCTURE.contains(part))
                .map(part -> pool.submit(() -> stop(part)))
                .toList();
        pool.shutdown();
        for (Future<?> stop : stopping) {
            try {
                stop.get();
            } catch (ExecutionException e) {
                LOG.error("A service could not be stopped", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop(String part) {
        Child child = children.get(part);
        if (child != null) {
            child.stop(settings.archiving() ? PATIENCE_WHEN_ARCHIVING : PATIENCE);
        }
    }
}
