import { describe, expect, it } from 'vitest';
import { cannotPay, payingInShort, sandboxOf } from './paying';

const SANDBOX = { method: 'sandbox', sandbox: true };

describe('how one can pay', () => {
  it('says that no money moves only where that is so', () => {
    expect(payingInShort([SANDBOX])).toContain('no money moves');
    expect(payingInShort([{ method: 'bank', sandbox: false }])).toBe('');
    expect(payingInShort([])).not.toContain('sandbox');
  });

  it('says that nothing can be paid for where there is no provider', () => {
    expect(cannotPay([])?.title).toBe('Paid tickets cannot be booked here');
    expect(payingInShort([])).toContain('Only free tickets');
    expect(cannotPay([SANDBOX])).toBeNull();
  });

  it('claims nothing before the server has answered', () => {
    expect(payingInShort(null)).toBe('');
    expect(cannotPay(null)).toBeNull();
    expect(sandboxOf(null)).toBeUndefined();
  });
});
