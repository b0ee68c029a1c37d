import { expect, it } from 'vitest';
import { Emitter } from './emitter';

interface Events {
  news: string;
}

function emitter() {
  const failures: unknown[] = [];
  return { events: new Emitter<Events>((failure) => failures.push(failure)), failures };
}

it('tells every listener, also after one that throws, and reports what was thrown', () => {
  const { events, failures } = emitter();
  const heard: string[] = [];
  events.on('news', () => {
    throw new Error('broken listener');
  });
  events.on('news', (news) => heard.push(news));
  expect(() => events.emit('news', 'seats')).not.toThrow();
  expect(heard).toEqual(['seats']);
  expect(failures).toEqual([new Error('broken listener')]);
});

it('tells a listener that left meanwhile nothing, and one that came only from the next time on', () => {
  const { events } = emitter();
  const heard: string[] = [];
  let stop = () => {};
  events.on('news', () => {
    stop();
    events.on('news', (news) => heard.push(`late ${news}`));
  });
  stop = events.on('news', (news) => heard.push(`gone ${news}`));
  events.emit('news', 'one');
  expect(heard).toEqual([]);
});
