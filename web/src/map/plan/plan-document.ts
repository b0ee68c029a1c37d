/** The plan as the server sends it: `cavea-plan/1`, see docs/reference/plan-format.md. */
export interface PlanDocument {
  readonly format: 'cavea-plan/1';
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly pitch: number;
  readonly focus?: FocusDocument | null;
  readonly zones: readonly { readonly name: string; readonly color?: string | null }[];
  readonly sections: readonly SectionDocument[];
  readonly areas?: readonly AreaDocument[] | null;
  readonly shapes?: readonly ShapeDocument[] | null;
}

export type FocusKind = 'stage' | 'field' | 'ring';

/** What people look at, a rectangle by its centre. */
export interface FocusDocument {
  readonly kind: FocusKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [number, number];

export interface SectionDocument {
  readonly id: string;
  readonly name: string;
  readonly outline?: readonly Point[] | null;
  readonly rows: readonly RowDocument[];
}

/** One column a member; `zones` and `flags` may be one number for the whole row. */
export interface RowDocument {
  readonly label: string;
  readonly numbers: readonly string[];
  readonly ids?: readonly string[] | null;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly zones: number | readonly number[];
  readonly flags?: number | readonly number[] | null;
  readonly quality?: number | readonly number[] | null;
}

/** General admission: counted places, no seats. */
export interface AreaDocument {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly zone: number;
  readonly outline: readonly Point[];
}

export interface ShapeDocument {
  readonly kind: 'polygon' | 'rectangle' | 'circle' | 'text';
  readonly points?: readonly Point[] | null;
  readonly x?: number | null;
  readonly y?: number | null;
  readonly radius?: number | null;
  readonly fill?: string | null;
  readonly text?: string | null;
}
