import type { DeltaOutcome } from '../house/house-state';
import { kindOf } from '../house/seat-map-bytes';

/**
 * `connecting` the first time; `live` once a snapshot is there; `reconnecting` while the map shows
 * what it last knew; `closed` by the page.
 */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'closed';

/** What the connection feeds; a {@link HouseModel} is one. */
export interface LiveTarget {
  applySnapshot(buffer: ArrayBuffer): void;
  applyDelta(buffer: ArrayBuffer): DeltaOutcome;
}

/** The part of a WebSocket that is needed, so that tests bring their own. */
export interface LiveSocket {
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LiveOptions {
  readonly onStatus?: (status: LiveStatus) => void;
  readonly openSocket?: (url: string) => LiveSocket;
  readonly after?: (milliseconds: number, callback: () => void) => () => void;
  /** 0 up to 1; spreads the return of many clients after a server restarts. */
  readonly random?: () => number;
}

const FIRST_DELAY_MILLIS = 500;
const LONGEST_DELAY_MILLIS = 15_000;
/** A socket that neither opens nor says a word for so long is given up. */
const FIRST_WORD_MILLIS = 10_000;

export class LiveConnection {
  readonly #url: string;
  readonly #target: LiveTarget;
  readonly #options: Required<LiveOptions>;
  #socket: LiveSocket | null = null;
  #status: LiveStatus = 'connecting';
  #failures = 0;
  #isAwaitingSnapshot = false;
  #cancelTimer: () => void = () => {};

  constructor(url: string, target: LiveTarget, options: LiveOptions = {}) {
    this.#url = url;
    this.#target = target;
    this.#options = {
      onStatus: () => {},
      openSocket: (address) => new WebSocket(address) as unknown as LiveSocket,
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      ...options,
    };
    this.#open();
  }

  get status(): LiveStatus {
    return this.#status;
  }

  close(): void {
    this.#cancelTimer();
    this.#drop();
    this.#setStatus('closed');
  }

  #open(): void {
    const socket = this.#options.openSocket(this.#url);
    this.#socket = socket;
    this.#isAwaitingSnapshot = true;
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) this.#receive(data);
    };
    socket.onclose = () => this.#retry();
    socket.onerror = () => this.#retry();
    this.#cancelTimer = this.#options.after(FIRST_WORD_MILLIS, () => this.#retry());
  }

  #receive(buffer: ArrayBuffer): void {
    try {
      if (kindOf(buffer) === 'snapshot') this.#takeSnapshot(buffer);
      else this.#takeDelta(buffer);
    } catch {
      // Bytes that cannot be read: whatever they were meant to say is missed, so start over.
      this.#retry();
    }
  }

  #takeSnapshot(buffer: ArrayBuffer): void {
    this.#target.applySnapshot(buffer);
    this.#isAwaitingSnapshot = false;
    this.#failures = 0;
    this.#cancelTimer();
    this.#setStatus('live');
  }

  #takeDelta(buffer: ArrayBuffer): void {
    // One request a gap: the deltas that are under way before the snapshot are gaps as well.
    if (this.#target.applyDelta(buffer) !== 'gap' || this.#isAwaitingSnapshot) return;
    this.#isAwaitingSnapshot = true;
    this.#socket?.send('snapshot');
    this.#cancelTimer = this.#options.after(FIRST_WORD_MILLIS, () => this.#retry());
  }

  #retry(): void {
    this.#cancelTimer();
    this.#drop();
    if (this.#status === 'closed') return;
    if (this.#status === 'live') this.#setStatus('reconnecting');
    const longest = Math.min(LONGEST_DELAY_MILLIS, FIRST_DELAY_MILLIS * 2 ** this.#failures);
    const delay = longest * (0.5 + this.#options.random() / 2);
    this.#failures++;
    this.#cancelTimer = this.#options.after(delay, () => this.#open());
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.onerror = null;
    socket.close();
  }

  #setStatus(status: LiveStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#options.onStatus(status);
  }
}
