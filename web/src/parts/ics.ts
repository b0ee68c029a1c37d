interface Entry {
  title: string;
  at: string;
  minutes: number;
  place: string;
}

/** A calendar entry as a link that any calendar opens (RFC 5545), with an alarm ten minutes before. */
export function calendarLink({ title, at, minutes, place }: Entry): string {
  const start = new Date(at);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cavea//EN',
    'BEGIN:VEVENT',
    `UID:${start.getTime()}-${encodeURIComponent(title)}@cavea`,
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
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\n/g, '\\n');
