package dev.cavea.app;

import java.util.concurrent.CountDownLatch;

/** {@code --roles ledger}: a member of the ledger and nothing else, no HTTP and no database. */
final class MemberOnly {

    private MemberOnly() {}

    /** Returns never; a signal stops it in order. */
    static void run(Settings settings) throws InterruptedException {
        DataFolder folder = DataFolder.take(settings.data());
        RunningLedger ledger = start(settings, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ledger, folder), "cavea-stop"));
        Cavea.say(
                "Cavea's ledger member %s is ready (data in %s)"
                        .formatted(settings.text(Setting.LEDGER_MEMBER), settings.data()));
        new CountDownLatch(1).await();
    }

    private static RunningLedger start(Settings settings, DataFolder folder) {
        try {
            return RunningLedger.start(settings, folder.path().resolve("ledger"));
        } catch (RuntimeException e) {
            Cavea.fail(e.getMessage());
            throw e;
        }
    }

    private static void stop(RunningLedger ledger, DataFolder folder) {
        ledger.close();
        folder.close();
        System.out.println("Cavea has stopped.");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
