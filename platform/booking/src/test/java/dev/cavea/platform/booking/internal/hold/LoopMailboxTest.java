package dev.cavea.platform.booking.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LoopMailboxTest {

    private final EventLoop loop = new DefaultEventLoop();

    @AfterEach
    void stop() {
        var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void aTaskThatThrowsDoesNotKeepTheOthersWaiting() throws Exception {
        LoopMailbox mailbox = new LoopMailbox(loop);
        CompletableFuture<String> behind = new CompletableFuture<>();
        // Posted from the loop itself, so that one drain finds them all.
        loop.execute(
                () -> {
                    mailbox.post(
                            () -> {
                                throw new IllegalStateException("one request's trouble");
                            });
                    mailbox.post(
                            () -> {
                                throw new AssertionError("and an Error");
                            });
                    mailbox.post(() -> behind.complete("answered"));
                });
        assertThat(behind.get(10, TimeUnit.SECONDS)).isEqualTo("answered");
    }
}
