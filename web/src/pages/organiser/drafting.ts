import { useState } from 'react';
import { makePlan, planDocument } from '../../api/calls';
import type { PlanMade } from '../../api/calls';
import { Problem } from '../../api/problem';
import { loadPlan } from '../../map';
import type { Plan } from '../../map';
import { sketch } from './sketch';
import type { SketchedSeat } from './sketch';

export interface Findings {
  errors: { field: string; problem: string; allowed: string; count?: number; also?: string[] }[];
  duplicates: string[];
}

export type Draft =
  | { state: 'none' }
  | { state: 'ready'; id: string; plan: Plan; warnings: NonNullable<PlanMade['warnings']> }
  | { state: 'refused'; problem: unknown; findings: Findings | null; seats: SketchedSeat[] };

export interface Drafting {
  draft: Draft;
  busy: boolean;
  draw: (generate: Record<string, unknown>) => Promise<void>;
  read: (file: File) => Promise<void>;
}

/** The plan of a new event on its way from numbers or a file to a house. */
export function useDrafting(): Drafting {
  const [draft, setDraft] = useState<Draft>({ state: 'none' });
  const [busy, setBusy] = useState(false);
  async function make(body: unknown, type: string, text: string): Promise<void> {
    setBusy(true);
    try {
      const made = await makePlan(body, type);
      const plan = loadPlan(await planDocument(made.id));
      setDraft({ state: 'ready', id: made.id, plan, warnings: made.warnings ?? [] });
    } catch (problem) {
      setDraft({ state: 'refused', problem, findings: findingsOf(problem), seats: text ? sketch(text) : [] });
    } finally {
      setBusy(false);
    }
  }
  return {
    draft,
    busy,
    draw: (generate) => make({ generate }, 'application/json', ''),
    async read(file) {
      const text = await file.text();
      const isCsv = /\.csv$/i.test(file.name) || file.type === 'text/csv';
      await make(text, isCsv ? 'text/csv' : 'application/json', text);
    },
  };
}

function findingsOf(problem: unknown): Findings | null {
  if (!(problem instanceof Problem) || problem.status !== 422) return null;
  const errors = Array.isArray(problem.members.errors) ? (problem.members.errors as Findings['errors']) : [];
  const duplicates = problem.list('duplicates');
  return errors.length + duplicates.length > 0 ? { errors, duplicates } : null;
}
