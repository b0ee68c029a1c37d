import type { Kind } from './kinds';

/** A house in a few dots. */
export function KindPicture({ kind }: { kind: Kind['kind'] }) {
  return (
    <svg viewBox="0 0 96 56" aria-hidden="true" focusable="false">
      {PICTURES[kind]}
    </svg>
  );
}

const PICTURES = {
  grid: (
    <>
      <rect className="solid" x="30" y="3" width="36" height="7" rx="2" />
      <path d="M14 20H83M14 30H83M14 40H83M14 50H83" />
    </>
  ),
  theatre: (
    <>
      <rect className="solid" x="34" y="3" width="28" height="7" rx="2" />
      <path d="M30 17a24 12 0 0 0 36 0M22 24a34 18 0 0 0 52 0M14 32a44 24 0 0 0 68 0" />
    </>
  ),
  arena: (
    <>
      <rect className="solid" x="36" y="22" width="24" height="12" rx="3" />
      <ellipse cx="48" cy="28" rx="24" ry="15" />
      <ellipse cx="48" cy="28" rx="34" ry="22" />
    </>
  ),
  stadium: (
    <>
      <rect className="solid" x="30" y="20" width="36" height="16" rx="2" />
      <rect x="20" y="12" width="56" height="32" rx="12" />
      <rect x="12" y="6" width="72" height="44" rx="18" />
      <rect x="4" y="1" width="88" height="54" rx="24" />
    </>
  ),
} as const;
