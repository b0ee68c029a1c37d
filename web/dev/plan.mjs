// A small theatre and a bowl, drawn for the double.

export const ZONES = ['Orchestra', 'Parterre', 'Balcony', 'Gallery'];

export function theatre() {
  const sections = [
    fan('STALLS', 'Stalls', 320, 26, 14, (row) => (row < 5 ? 0 : 1)),
    fan('BALCONY', 'Balcony', 780, 44, 7, () => 2),
    fan('GALLERY', 'Gallery', 1020, 52, 5, () => 3),
  ];
  return {
    format: 'cavea-plan/1',
    name: 'Theatre',
    size: { width: 2000, height: 1500 },
    pitch: 25,
    focus: { kind: 'stage', x: 1000, y: 80, width: 420, height: 110 },
    zones: ZONES.map((name) => ({ name, color: '#888888' })),
    sections,
    areas: [{ id: 'PIT', name: 'Standing pit', capacity: 120, zone: 1, outline: [[820, 170], [1180, 170], [1180, 300], [820, 300]] }],
    shapes: [],
  };
}

function fan(id, name, radius, seats, rows, zoneOf) {
  const out = [];
  for (let r = 0; r < rows; r++) {
    const far = radius + r * 30;
    const count = seats + r;
    const spread = 25 / far;
    const row = { label: String.fromCharCode(65 + r), numbers: [], ids: [], x: [], y: [], zones: zoneOf(r), flags: [], quality: [] };
    for (let s = 0; s < count; s++) {
      const aisle = s > count / 2 ? 2 : 0;
      const angle = Math.PI / 2 + (s - (count - 1) / 2 + aisle - 1) * -spread;
      row.numbers.push(String(s + 1));
      row.ids.push(`${id}-${row.label}-${s + 1}`);
      row.x.push(Math.round((1000 + Math.cos(angle) * far) * 10) / 10);
      row.y.push(Math.round((80 + Math.sin(angle) * far) * 10) / 10);
      row.flags.push((aisle && s - 1 <= count / 2 ? 4 : 0) | (r === rows - 1 && s < 2 ? (s === 0 ? 1 : 2) : 0));
      row.quality.push(Math.max(100, Math.round(1000 - r * 25 - Math.abs(s - count / 2) * 12 - radius / 5)));
    }
    out.push(row);
  }
  return { id, name, rows: out };
}

export function grid(rows, seatsPerRow) {
  const make = (_, r) => ({
    label: String.fromCharCode(65 + r),
    numbers: Array.from({ length: seatsPerRow }, (__, s) => String(s + 1)),
    ids: Array.from({ length: seatsPerRow }, (__, s) => `HALL-${String.fromCharCode(65 + r)}-${s + 1}`),
    x: Array.from({ length: seatsPerRow }, (__, s) => 100 + s * 25),
    y: Array.from({ length: seatsPerRow }, () => 200 + r * 30),
    zones: 0,
    flags: 0,
    quality: Array.from({ length: seatsPerRow }, () => 900 - r * 40),
  });
  const width = 200 + seatsPerRow * 25;
  return {
    format: 'cavea-plan/1', name: 'Hall', size: { width, height: 300 + rows * 30 }, pitch: 25,
    focus: { kind: 'stage', x: width / 2, y: 80, width: 300, height: 80 },
    zones: [{ name: 'Zone 1', color: '#888888' }],
    sections: [{ id: 'HALL', name: 'Hall', rows: Array.from({ length: rows }, make) }],
  };
}
