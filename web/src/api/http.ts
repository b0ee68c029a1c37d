import { Problem, problemOf } from './problem';
import { serverClock } from './serverClock';
import { forget, keep, session } from './session';
import type { Tokens } from './types';

const ROOT = '/api/v1';
/** A token that ends within this time is renewed before it is used. */
const RENEW_BEFORE_MILLIS = 20_000;

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** `none`: public. `any`: a guest's token is fetched when there is none. `own`: only with a session that is there. */
  who?: 'none' | 'any' | 'own';
  accept?: string;
  /** Of a body that is a text already. */
  type?: string;
  signal?: AbortSignal;
  /** The same key makes a retry have one effect. */
  key?: string;
}

export async function ask<T>(path: string, options: Ask = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export async function askBytes(path: string, options: Ask = {}): Promise<ArrayBuffer> {
  return (await send(path, options)).arrayBuffer();
}

export async function askText(path: string, options: Ask = {}): Promise<string> {
  return (await send(path, options)).text();
}

async function send(path: string, options: Ask): Promise<Response> {
  const who = options.who ?? 'none';
  let token = who === 'none' ? null : await accessToken(who === 'any');
  let response = await once(path, options, token);
  if (response.status === 401 && token) {
    token = await renew(token);
    if (!token && who === 'any') token = await guest();
    if (token) response = await once(path, options, token);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function once(path: string, options: Ask, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  const request: RequestInit = { method: options.method ?? 'GET', headers };
  if (options.signal) request.signal = options.signal;
  if (options.body !== undefined) {
    headers['Content-Type'] = options.type ?? 'application/json';
    request.body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
  }
  const asked = Date.now();
  try {
    const response = await fetch(path.startsWith('/') && !path.startsWith(ROOT) ? ROOT + path : path, request);
    serverClock.hear(response.headers.get('Date'), asked, Date.now());
    return response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw Problem.unreachable();
  }
}

async function accessToken(orGuest: boolean): Promise<string | null> {
  const now = session();
  if (now && now.expiresAt - Date.now() > RENEW_BEFORE_MILLIS) return now.accessToken;
  const renewed = now ? await renew(now.accessToken) : null;
  return renewed ?? (orGuest ? guest() : null);
}

async function guest(): Promise<string> {
  return underLock(async () => {
    const now = session();
    if (now && now.expiresAt - Date.now() > RENEW_BEFORE_MILLIS) return now.accessToken;
    return keep(await ask<Tokens>('/auth/guest', { method: 'POST', body: {} })).accessToken;
  });
}

async function renew(stale: string): Promise<string | null> {
  return underLock(async () => {
    const now = session();
    if (!now) return null;
    if (now.accessToken !== stale) return now.accessToken;
    try {
      const tokens = await ask<Tokens>('/auth/refresh', { method: 'POST', body: { refreshToken: now.refreshToken } });
      return keep(tokens).accessToken;
    } catch (problem) {
      if (problem instanceof Problem && problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
        forget();
        return null;
      }
      throw problem;
    }
  });
}

function underLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request('cavea.session', work) as Promise<T>) : work();
}
