import '../../src/design/tokens.css';
import '../../src/design/base.css';
import { type PlanDocument, type SeatMap, createSeatMap } from '../../src/map';
import { loadPlan } from '../../src/map/plan/load-plan';
import { Crowd } from './crowd';
import { houseNamed } from './houses';
import { PRICES } from './houses/prices';

/**
 * The map alone on a page, for looking at it: `?house=theatre|arena|stadium|stadium200`, or `?plan=URL`
 * of a cavea-plan/1; `&fill=0.4` of it taken, `&crowd=20` seats changing twenty times a second, `&theme=dark`.
 */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const address = query.get('plan');
const drawn = address
  ? ((await (await fetch(address)).json()) as PlanDocument)
  : houseNamed(query.get('house') ?? 'theatre');
const plan = loadPlan(drawn);
const crowd = new Crowd(plan.seatCount, plan.areas.map(({ capacity }) => capacity));
crowd.fill(Number(query.get('fill') ?? 0.4));

const map = createSeatMap(document.querySelector<HTMLElement>('#map')!, { plan, prices: PRICES });
map.applySnapshot(crowd.snapshot());
const changes = Number(query.get('crowd') ?? 0);
if (changes > 0) setInterval(() => map.applyDelta(crowd.delta(changes)), 50);
map.on('seatTaken', (taken) => console.log('taken', JSON.stringify(taken)));

declare global {
  interface Window {
    seatMap: SeatMap;
    crowd: Crowd;
  }
}
window.seatMap = map;
window.crowd = crowd;
