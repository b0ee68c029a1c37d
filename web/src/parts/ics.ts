interface Entry {
  /** The same for the same reminder, so that a calendar replaces it. */
  id: string;
  title: string;
  at: string;
  minutes: number;
  place: string;
}

/** A calendar entry as a link that any calendar opens (RFC 5545), with an alarm ten minutes before. */
export function calendarLink({ id, title, at, minutes, place }: Entry): string {
  const start = new Date(at);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cavea//EN',
    'BEGIN:VEVENT',
    `UID:${id}@cavea`,
    `DTSTAMP:${stamp(new Date())}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(new Date(start.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT10M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.map((line) => `${folded(line)}\r\n`).join(''))}`;
}

/** In pieces of at most 75 octets, never within a character. */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    const width = new TextEncoder().encode(character).length;
    if (octets + width > 75) {
      pieces.push(' ');
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += width;
  }
  return pieces.join('\r\n');
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\n/g, '\\n');
