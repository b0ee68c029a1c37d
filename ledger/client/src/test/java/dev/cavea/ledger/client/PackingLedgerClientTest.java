package dev.cavea.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.LedgerUnavailable.Outcome;
import dev.cavea.ledger.client.SilentMember.Arrived;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.wire.AnswerPack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PackingLedgerClientTest {

    private static final CloseHouse COMMAND = new CloseHouse(1);

    private final List<CompletableFuture<Answer>> forgotten = new ArrayList<>();
    private final SilentMember member = new SilentMember();
    private PackingLedgerClient client =
            PackingLedgerClient.inProcess(member, ClientSettings.DEFAULTS);

    @AfterEach
    void close() {
        client.close();
    }

    private void use(ClientSettings settings) {
        client.close();
        client = PackingLedgerClient.inProcess(member, settings);
    }

    @Test
    void commandsThatWaitTogetherGoTogetherAndInOrder() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(1, Duration.ZERO));
        CompletableFuture<Answer> first = client.submit(new CloseHouse(0));
        Arrived lone = member.next();
        for (int house = 1; house <= 300; house++) {
            send(new CloseHouse(house));
        }
        lone.answer();
        assertThat(first.get()).isEqualTo(new Answer.Done(1));
        int expected = 1;
        while (expected <= 300) {
            Arrived pack = member.next();
            for (var command : pack.pack().commands()) {
                assertThat(command.house()).isEqualTo(expected++);
            }
            pack.answer();
        }
    }

    @Test
    void aLoneCommandNeverWaitsForCompany() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(2, Duration.ofDays(1)));
        send(COMMAND);
        member.next().answer();
        send(COMMAND);
        member.next().answer();
    }

    @Test
    void packsAreBoundedByCountAndByBytes() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(1, Duration.ZERO));
        send(COMMAND);
        Arrived lone = member.next();
        for (int i = 0; i < 1_500; i++) {
            send(COMMAND);
        }
        BlockSeats large = new BlockSeats(1, 1, new Places.Seated(Seats.wrap(new int[200_000])));
        send(large);
        send(large);
        lone.answer();
        List<Integer> sizes = new ArrayList<>();
        int commands = 0;
        while (commands < 1_502) {
            Arrived pack = member.next();
            sizes.add(pack.pack().commands().size());
            commands += pack.pack().commands().size();
            pack.answer();
        }
        assertThat(sizes).startsWith(1_024).endsWith(1);
    }

    @Test
    void aLostPackIsSentAgainUnderTheSameNumber() throws Exception {
        CompletableFuture<Answer> answer = client.submit(COMMAND);
        Arrived first = member.next();
        first.reply().completeExceptionally(new IOException("lost"));
        Arrived again = member.next();
        assertThat(again.pack()).isEqualTo(first.pack());
        again.answer();
        assertThat(answer.get()).isEqualTo(new Answer.Done(first.pack().number()));
    }

    @Test
    void aPackWithoutAnyReplyIsSentAgainToo() throws Exception {
        CompletableFuture<Answer> answer = client.submit(COMMAND);
        Arrived first = member.next();
        Arrived again = member.next();
        assertThat(again.pack()).isEqualTo(first.pack());
        first.answer();
        assertThat(answer.get()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void whatIsConfirmedNeverPassesAPackThatIsUnderWay() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(2, Duration.ZERO));
        send(COMMAND);
        Arrived first = member.next();
        send(COMMAND);
        Arrived second = member.next();
        assertThat(second.pack().confirmedBelow()).isEqualTo(first.pack().number());
        second.answer();
        send(COMMAND);
        Arrived third = member.next();
        assertThat(third.pack().confirmedBelow()).isEqualTo(first.pack().number());
        first.answer();
        third.answer();
        send(COMMAND);
        Arrived fourth = member.next();
        assertThat(fourth.pack().confirmedBelow()).isGreaterThan(first.pack().number());
        fourth.answer();
    }

    @Test
    void aFullQueueRefusesAtOnceAndNothingWasSent() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(1, Duration.ZERO).withMaxQueued(10));
        send(COMMAND);
        Arrived lone = member.next();
        for (int i = 0; i < 10; i++) {
            assertThat(client.submit(COMMAND)).isNotDone();
        }
        assertUnavailable(client.submit(COMMAND), Outcome.NOT_SENT);
        lone.answer();
        assertThat(member.next().pack().commands()).hasSize(10);
    }

    @Test
    void afterItsDeadlineASentCommandIsUnknown() throws Exception {
        use(ClientSettings.DEFAULTS.withDeadline(Duration.ofMillis(800)));
        CompletableFuture<Answer> sent = client.submit(COMMAND);
        member.next();
        assertUnavailable(sent, Outcome.UNKNOWN);
    }

    @Test
    void afterItsDeadlineACommandThatStillWaitsWasNotSent() throws Exception {
        client.close();
        member.refuseSessions();
        client =
                PackingLedgerClient.inProcess(
                        member, ClientSettings.DEFAULTS.withDeadline(Duration.ofMillis(200)));
        assertUnavailable(client.submit(COMMAND), Outcome.NOT_SENT);
        assertThat(member.isQuiet()).isTrue();
    }

    @Test
    void anEndedSessionIsReplacedAndAPackThatWasSentOnceGoesAgain() throws Exception {
        CompletableFuture<Answer> answer = client.submit(COMMAND);
        Arrived first = member.next();
        first.answer(AnswerPack.Outcome.SESSION_ENDED);
        Arrived again = member.next();
        assertThat(again.pack().session()).isEqualTo(first.pack().session() + 1);
        assertThat(again.pack().number()).isEqualTo(1);
        again.answer();
        assertThat(answer.get()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void anEndedSessionLeavesAPackThatWasSentTwiceUnknown() throws Exception {
        CompletableFuture<Answer> answer = client.submit(COMMAND);
        member.next().reply().completeExceptionally(new IOException("lost"));
        member.next().answer(AnswerPack.Outcome.SESSION_ENDED);
        assertUnavailable(answer, Outcome.UNKNOWN);
    }

    @Test
    void answersForOneExecutorCompleteInOneTask() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(1, Duration.ZERO));
        send(COMMAND);
        Arrived lone = member.next();
        BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
        Executor executor = loop::add;
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(client.submit(COMMAND, executor));
        }
        CompletableFuture<Answer> direct = client.submit(COMMAND);
        lone.answer();
        int seen = 0;
        while (seen < 6) {
            Arrived pack = member.next();
            seen += pack.pack().commands().size();
            pack.answer();
        }
        assertThat(direct.get()).isInstanceOf(Answer.Done.class);
        Runnable task = loop.poll(10, TimeUnit.SECONDS);
        assertThat(task).isNotNull();
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        task.run();
        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(loop).isEmpty();
    }

    @Test
    void aCommandTooLongForAnyPackIsTheCallersMistake() {
        Seats all = Seats.wrap(new int[1 << 20]);
        assertThatThrownBy(() -> client.submit(new MoveSeats(1, new HoldId(1, 1), all, all)).get())
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingFailsWhatWaitsAndRefusesWhatComes() throws Exception {
        use(ClientSettings.DEFAULTS.withPacksInFlight(1, Duration.ZERO));
        CompletableFuture<Answer> sent = client.submit(COMMAND);
        member.next();
        CompletableFuture<Answer> waiting = client.submit(COMMAND);
        client.close();
        assertUnavailable(sent, Outcome.UNKNOWN);
        assertUnavailable(waiting, Outcome.NOT_SENT);
        assertUnavailable(client.submit(COMMAND), Outcome.NOT_SENT);
        assertThat(client.queued()).isLessThanOrEqualTo(1);
    }

    /** For commands whose answers a test ignores. */
    private void send(Command command) {
        forgotten.add(client.submit(command));
    }

    private static void assertUnavailable(CompletableFuture<Answer> answer, Outcome outcome) {
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class, no -> assertThat(no.outcome()).isEqualTo(outcome));
    }
}
