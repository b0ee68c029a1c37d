package dev.cavea.platform.chores;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Durable chores: recorded in PostgreSQL, done by one process at a time, taken over if that one
 * dies. Quiet when there is nothing to do: one query every ten seconds.
 */
public final class Chores implements AutoCloseable {

    /** A query that finds nothing due proves nothing: its housekeeping shows that it is alive. */
    private static final Set<SchedulerEventType> ALIVE =
            EnumSet.of(
                    SchedulerEventType.RAN_EXECUTE_DUE,
                    SchedulerEventType.RAN_DETECT_DEAD,
                    SchedulerEventType.RAN_UPDATE_HEARTBEATS);

    private static final int AT_ONCE = 4;
    private static final double FEWEST_TO_FETCH = 0.5;
    private static final double MOST_TO_FETCH = 1.0;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAILING_AT_MOST = Duration.ofMinutes(30);
    private static final Duration FIRST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLED = 20;

    private final Scheduler scheduler;
    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();
    private final Pulse looking;

    public Chores(DataSource database, List<Recurring> recurring, List<Asked> asked) {
        List<RecurringTask<?>> rounds = new ArrayList<>();
        recurring.forEach(chore -> rounds.add(round(chore)));
        List<Task<?>> wishes = new ArrayList<>();
        asked.forEach(chore -> wishes.add(wish(chore)));
        this.looking = Pulse.expectedWithin(Duration.ofMinutes(5), "durable-chores");
        this.scheduler =
                Scheduler.create(database, wishes)
                        .startTasks(rounds)
                        .tableName("chores.scheduled_tasks")
                        .threads(AT_ONCE)
                        .pollUsingLockAndFetch(FEWEST_TO_FETCH, MOST_TO_FETCH)
                        .pollingInterval(LOOK)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(PATIENCE)
                        .enableImmediateExecution()
                        .addSchedulerListener(new Watching())
                        .build();
    }

    public void start() {
        scheduler.start();
    }

    /** Has it done for this subject soon; asking twice is the same as once. */
    public void ask(String chore, long subject) {
        scheduler.scheduleIfNotExists(
                TaskDescriptor.of(chore).instance(Ids.text(subject)).build(), Instant.now());
    }

    @Override
    public void close() {
        scheduler.stop();
        pulses.values().forEach(Pulse::close);
        looking.close();
    }

    private RecurringTask<?> round(Recurring chore) {
        watch(chore.name());
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.pause()))
                .onFailure(soonAfterFailure(chore.pause()))
                .execute((_, _) -> chore.work().run());
    }

    private Task<?> wish(Asked chore) {
        watch(chore.name());
        return Tasks.custom(TaskDescriptor.of(chore.name()))
                .onFailure(soonAfterFailure(LONGEST_PAUSE_AFTER_FAILURE))
                .execute(
                        (instance, _) ->
                                chore.work().test(Ids.parse(instance.getId()).orElseThrow())
                                        ? new CompletionHandler.OnCompleteRemove<>()
                                        : new CompletionHandler.OnCompleteReschedule<>(
                                                FixedDelay.of(chore.again())));
    }

    /** After 10 s, then twice as long each time, up to this long. */
    private static <T> FailureHandler<T> soonAfterFailure(Duration longest) {
        return (failed, later) -> {
            int doubled = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLED);
            Duration pause = FIRST_PAUSE_AFTER_FAILURE.multipliedBy(1L << doubled);
            later.reschedule(
                    failed,
                    failed.getTimeDone().plus(pause.compareTo(longest) < 0 ? pause : longest));
        };
    }

    private void watch(String chore) {
        pulses.put(chore, Pulse.failingAtMost(FAILING_AT_MOST, chore));
    }

    /** What this process has done; other processes report theirs in their own health. */
    private final class Watching extends AbstractSchedulerListener {

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (ALIVE.contains(type)) {
                looking.succeeded();
            }
        }

        @Override
        public void onExecutionComplete(ExecutionComplete done) {
            Pulse pulse = pulses.get(done.getExecution().taskInstance.getTaskName());
            if (pulse == null) {
                return;
            }
            if (done.getResult() == ExecutionComplete.Result.OK) {
                pulse.succeeded();
            } else {
                pulse.failed(
                        done.getCause().orElseGet(() -> new IllegalStateException("no reason")));
            }
        }
    }
}
