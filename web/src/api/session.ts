import { Emitter } from '../map/model/emitter';
import type { Role, Tokens } from './types';

/**
 * Who is at this browser. An account's tokens stay until log-out; a guest's too, because the tickets bought as a guest hang on them.
 * A refresh token works once, so two tabs must not both use it: the refresh runs under a lock that tabs share, and a tab that waited for the
 * lock takes what the other one brought.
 */
export interface Session {
  accessToken: string;
  refreshToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  role: Role;
  name: string;
  email: string;
}

const KEY = 'cavea.session';
const changes = new Emitter<{ change: null }>();
let cached: { text: string | null; session: Session | null } = { text: null, session: null };

export function session(): Session | null {
  const text = localStorage.getItem(KEY);
  if (text !== cached.text) cached = { text, session: parse(text) };
  return cached.session;
}

function parse(text: string | null): Session | null {
  if (!text) return null;
  try {
    return JSON.parse(text) as Session;
  } catch {
    return null;
  }
}

export function keep(tokens: Tokens, person: { email?: string; name?: string } = {}): Session {
  const claims = claimsOf(tokens.accessToken);
  const before = session();
  const text = (...values: unknown[]) => values.find((value): value is string => typeof value === 'string' && value !== '') ?? '';
  const next: Session = {
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    expiresAt: Date.now() + tokens.expiresIn * 1000,
    role: roleOf(claims),
    name: text(person.name, claims.name, before?.name),
    email: text(person.email, claims.email, claims.upn, before?.email),
  };
  localStorage.setItem(KEY, JSON.stringify(next));
  tell();
  return next;
}

export function forget(): void {
  localStorage.removeItem(KEY);
  tell();
}

export const onSessionChange = (listener: () => void): (() => void) => changes.on('change', listener);

function tell() {
  changes.emit('change', null);
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) tell();
  });
}

/** What the token says of itself. Only for showing: the server is the one that believes tokens. */
function claimsOf(token: string): Record<string, unknown> {
  try {
    const part = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const ROLES: readonly Role[] = ['guest', 'fan', 'organiser', 'gate', 'analyst', 'admin'];

function roleOf(claims: Record<string, unknown>): Role {
  const said = [claims.role, claims.roles, claims.groups].flat().map((value) => String(value).toLowerCase());
  return ROLES.findLast((role) => said.includes(role)) ?? 'guest';
}

export const isOrganiser = (who: Session | null): boolean => who?.role === 'organiser' || who?.role === 'admin';
export const isAdmin = (who: Session | null): boolean => who?.role === 'admin';
export const isGuest = (who: Session | null): boolean => !who || who.role === 'guest';
