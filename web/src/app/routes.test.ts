import { describe, expect, it } from 'vitest';
import { routeOf, to } from './routes';

describe('addresses', () => {
  it.each([
    [to.find(), { page: 'find' }],
    [to.event('a b/c'), { page: 'event', id: 'a b/c' }],
    [to.seats('1'), { page: 'seats', id: '1' }],
    [to.checkout('h', 'e').split('?')[0]!, { page: 'checkout', holdId: 'h' }],
    [to.booking('b'), { page: 'booking', id: 'b' }],
    [to.cockpit('9'), { page: 'cockpit', id: '9' }],
    ['/bookings/b', { page: 'booking', id: 'b' }],
    ['/organiser/new', { page: 'newEvent' }],
    [to.money(), { page: 'money' }],
    [to.audit(), { page: 'audit' }],
  ])('%s leads to its page', (path, route) => expect(routeOf(path)).toEqual(route));

  it('forgives a slash at the end', () => expect(routeOf('/tickets/')).toEqual({ page: 'tickets' }));
  it('survives a broken escape', () => expect(routeOf('/events/%E0%A4%A')).toEqual({ page: 'event', id: '%E0%A4%A' }));
  it('knows what is nowhere', () => expect(routeOf('/wp-admin')).toEqual({ page: 'nowhere' }));
});
