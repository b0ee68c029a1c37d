import { useEffect, useState } from 'react';
import { crowd as askCrowd, startCrowd, stopCrowd } from '../../api/calls';
import { useLoaded } from '../../app/loading';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';
import { Icon } from '../../parts/Icon';
import { Sorry } from '../../parts/parts';

const SIZES = [50, 200, 1000] as const;
const LOOK_AGAIN_MILLIS = 3000;

/** Simulated fans who come, choose and pay in the sandbox, so that the house is alive. */
export function CrowdSwitch({ eventId }: { eventId: string }) {
  const crowd = useLoaded(`crowd ${eventId}`, () => askCrowd(eventId));
  const [fans, setFans] = useState<number>(SIZES[1]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  const running = crowd.value?.running ?? false;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(crowd.again, LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [running, crowd.again]);
  const turn = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (running) await stopCrowd(eventId);
      else await startCrowd(eventId, fans);
      crowd.again();
    } catch (failure) {
      setProblem(said(failure));
    } finally {
      setBusy(false);
    }
  };
  // A server that was started without its demonstration has no crowd to switch.
  if ((crowd.problem as { status?: number } | null)?.status === 404) return null;
  return (
    <section className="card padded crowd" aria-labelledby="crowd">
      <div className="row apart">
        <h2 id="crowd">
          <Icon name="people" /> Crowd
        </h2>
        <button type="button" role="switch" aria-checked={running} aria-label="Simulated crowd" className="toggle" disabled={busy || crowd.state === 'failed'} onClick={() => void turn()}>
          <span />
        </button>
      </div>
      <p className="small soft">
        {running ? 'Simulated fans are choosing and paying in the sandbox now.' : 'Lets simulated fans choose seats and pay in the sandbox. They take real seats for this event.'}
      </p>
      <div className="chips" role="group" aria-label="How many simulated fans">
        {SIZES.map((size) => (
          <button key={size} type="button" className="chip" aria-pressed={fans === size} disabled={running} onClick={() => setFans(size)}>
            {size} fans
          </button>
        ))}
      </div>
      {problem && <Sorry words={problem} />}
      {crowd.state === 'failed' && <p className="small soft">The crowd cannot be reached: {said(crowd.problem).title}</p>}
    </section>
  );
}
