/**
 * Typed events: `on` gives back the way to stop listening. Each listener stands alone: one that throws stops neither the others nor
 * whoever told them, and one that comes or goes while they are told changes nothing for that telling.
 */
export class Emitter<Events> {
  readonly #listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  readonly #report: (failure: unknown) => void;

  /** `report` is told what listeners throw; left out, it is the page's own handler of errors. */
  constructor(report: (failure: unknown) => void = reported) {
    this.#report = report;
  }

  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    const listeners = this.#listeners.get(name);
    if (!listeners) return;
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue;
      try {
        (listener as (payload: Events[Name]) => void)(payload);
      } catch (failure) {
        this.#report(failure);
      }
    }
  }
}

function reported(failure: unknown): void {
  if (typeof reportError === 'function') reportError(failure);
  else console.error(failure);
}
