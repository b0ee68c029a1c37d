/** An answer that says what was wrong: RFC 9457 as the server sends it, or our own word for a network that is gone. */
export class Problem extends Error {
  readonly slug: string;
  readonly status: number;
  readonly title: string;
  readonly members: Record<string, unknown>;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, document: Record<string, unknown>, retryAfterSeconds: number | null = null) {
    const detail = typeof document.detail === 'string' ? document.detail : '';
    super(detail || String(document.title ?? `HTTP ${status}`));
    this.status = status;
    this.title = String(document.title ?? '');
    this.slug = String(document.type ?? '').split('/').pop() || `http-${status}`;
    this.members = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static offline(): Problem {
    return new Problem(0, { type: 'offline', title: 'No connection' });
  }

  /** No answer came: the reader's network is gone or, while the browser has one, the server does not answer. */
  static unreachable(): Problem {
    return typeof navigator !== 'undefined' && navigator.onLine === false ? Problem.offline() : new Problem(0, { type: 'no-answer', title: 'No answer' });
  }

  /** Whether the same request may be answered a moment later: nothing was wrong with it. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  list(member: string): string[] {
    const value = this.members[member];
    return Array.isArray(value) ? value.map(String) : [];
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const after = Number(response.headers.get('Retry-After'));
  const retry = Number.isFinite(after) && after > 0 ? after : null;
  let document: Record<string, unknown> = {};
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object') document = body as Record<string, unknown>;
  } catch {
    // A proxy in between answered without a document: the status alone has to do.
  }
  return new Problem(response.status, document, retry);
}
