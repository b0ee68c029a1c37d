import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../api/types';
import { actWords, changes, wishOf } from './trail';

const record = (before: AuditRecord['before'], after: AuditRecord['after']): AuditRecord => ({
  id: '1',
  at: '2026-11-21T10:00:00Z',
  account: null,
  role: null,
  what: 'role-changed',
  subject: { type: 'account', id: '2' },
  address: null,
  before,
  after,
});

describe('the audit trail', () => {
  it('says what was another before', () => expect(changes(record({ role: 'fan' }, { role: 'gate' }))).toEqual(['role: fan → gate']));
  it('says what came with it', () => expect(changes(record(null, { count: 12 }))).toEqual(['count: 12']));
  it('says what is no more', () => expect(changes(record({ venue: 'v' }, null))).toEqual(['venue: v → nothing']));
  it('reads acts as words', () => expect(actWords('log-in-failed')).toBe('Log in failed'));
  it('asks for nothing that was not typed', () =>
    expect(Object.values(wishOf({ who: ' ', what: '', subject: '', from: '', to: 'x' })).filter(Boolean)).toEqual([]));
});
