import type { Venue } from '../api/types';

/** `Odeon, Athens`; a venue that is still to be announced has no city. */
export const placeWords = (venue: Pick<Venue, 'name' | 'city'>): string => [venue.name, venue.city].filter(Boolean).join(', ');
