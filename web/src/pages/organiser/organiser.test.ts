import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../map/plan/load-plan';
import { parseSeatMap } from '../../map/house/seat-map-bytes';
import { allFree } from './allFree';
import { emptyFacts, wrongIn } from './EventStep';
import { faulty, sketch } from './sketch';
import { countStates } from './standing';

const plan = loadPlan({
  format: 'cavea-plan/1', name: 'x', size: { width: 100, height: 100 }, pitch: 10, zones: [{ name: 'A', color: '#000' }],
  sections: [{ id: 'S', name: 'S', rows: [{ label: '1', numbers: ['1', '2', '3', '4', '5'], x: [0, 10, 20, 30, 40], y: [0, 0, 0, 0, 0], zones: 0 }] }],
  areas: [{ id: 'PIT', name: 'Pit', capacity: 50, zone: 0, outline: [[0, 20], [40, 20], [40, 40]] }],
});

describe('a house before its sale', () => {
  it('is a snapshot that the map reads', () => expect(parseSeatMap(allFree(plan)).kind).toBe('snapshot'));
  it('is free, standing places and all', () => expect(countStates(allFree(plan))).toEqual({ free: 55, held: 0, sold: 0, blocked: 0 }));
});

describe('counting a compact map', () => {
  it('tells every state apart', () => {
    const bytes = allFree(plan);
    const view = new DataView(bytes);
    view.setUint8(40, 0b11_10_01_00);
    view.setUint32(40 + 4 + 4, 7, true);
    view.setUint32(40 + 4 + 8, 9, true);
    expect(countStates(bytes)).toEqual({ free: 2 + 34, held: 1 + 7, sold: 1 + 9, blocked: 1 });
  });
});

describe('a plan that was refused', () => {
  const pretix = JSON.stringify({ zones: [{ position: { x: 100, y: 0 }, rows: [{ position: { x: 1, y: 2 }, seats: [{ seat_guid: 'a', position: { x: 0, y: 0 } }, { seat_guid: 'a', position: { x: 25, y: 0 } }] }] }] });
  it('is drawn from pretix', () => expect(sketch(pretix)).toMatchObject([{ x: 101, y: 2 }, { x: 126, y: 2 }]));
  it('is drawn from CSV', () => expect(sketch('section,row,number,zone,x,y\nS,A,1,Z,5,6\nbroken')).toMatchObject([{ id: 'S-A-1', x: 5, y: 6, place: 'line 2' }]));
  it('is not drawn from rubbish', () => expect(sketch('{"zones": 3')).toEqual([]));
  it('shows doubled seats', () => expect([...faulty(sketch(pretix), ['a'], [])]).toEqual([0, 1]));
  it('shows seats by their place in the file', () => expect([...faulty(sketch(pretix), [], ['zones[0].rows[0].seats[1].position.x'])]).toEqual([1]));
});

describe('a new event', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it('needs name, place and a time to come', () => {
    expect(Object.entries(wrongIn(emptyFacts, now)).filter(([, words]) => words).map(([name]) => name)).toEqual(['name', 'startsAt', 'venue', 'city', 'timeZone']);
  });
  it('cannot go on sale after it started', () => {
    const facts = { ...emptyFacts, startsAt: '2027-01-01T20:00', onSaleAt: '2027-01-02T20:00' };
    expect(wrongIn(facts, now).onSaleAt).not.toBeNull();
  });
  it('is by the clock of the venue', () => {
    const facts = { ...emptyFacts, startsAt: '2026-11-21T20:00' };
    expect(wrongIn({ ...facts, timeZone: 'Asia/Tokyo' }, now).startsAt).not.toBeNull();
    expect(wrongIn({ ...facts, timeZone: 'America/Los_Angeles' }, now).startsAt).toBeNull();
  });
});
