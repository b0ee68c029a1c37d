import { beforeEach, expect, it, vi } from 'vitest';
import { keep, session } from '../api/session';
import { adoptGuests, rememberGuest } from './adoption';

const asked: { path: string; body: string; token: string }[] = [];
let answer = () => new Response(null, { status: 204 });
const token = (role: string) => `x.${btoa(JSON.stringify({ role }))}.x`;
const logIn = (role: string, refreshToken: string) => keep({ accessToken: token(role), refreshToken, expiresIn: 3600, tokenType: 'Bearer' });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });
  asked.length = 0;
  answer = () => new Response(null, { status: 204 });
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    asked.push({ path, body: String(request.body), token: new Headers(request.headers).get('Authorization') ?? '' });
    return Promise.resolve(answer());
  });
});

it('gives the account what the guest bought, once', async () => {
  logIn('guest', 'of the guest');
  rememberGuest(session());
  await adoptGuests();
  expect(asked).toEqual([]);
  logIn('fan', 'of the fan');
  await adoptGuests();
  await adoptGuests();
  expect(asked).toEqual([{ path: '/api/v1/auth/adopt', body: '{"refreshToken":"of the guest"}', token: `Bearer ${token('fan')}` }]);
});

it('tries again where no answer came, and not where it is refused', async () => {
  logIn('guest', 'of the guest');
  rememberGuest(session());
  logIn('fan', 'of the fan');
  answer = () => new Response('{}', { status: 503 });
  await adoptGuests();
  answer = () => new Response('{}', { status: 422 });
  await adoptGuests();
  await adoptGuests();
  expect(asked.length).toBe(2);
});
