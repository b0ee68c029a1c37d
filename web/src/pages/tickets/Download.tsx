import { useState } from 'react';
import { askBytes } from '../../api/http';
import { Icon } from '../../parts/Icon';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';

/** A file that needs our token, so that a plain link would not get it. */
export function Download({ path, file, type, words }: { path: string; file: string; type: string; words: string }) {
  const [problem, setProblem] = useState<Said | null>(null);
  const fetchFile = async () => {
    setProblem(null);
    try {
      const bytes = await askBytes(path, { who: 'own', accept: type });
      const url = URL.createObjectURL(new Blob([bytes], { type }));
      const link = Object.assign(document.createElement('a'), { href: url, download: file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (failure) {
      setProblem(said(failure));
    }
  };
  return (
    <>
      <button type="button" className="button plain" onClick={() => void fetchFile()}>
        <Icon name="calendar" />
        {words}
      </button>
      {problem && (
        <span className="small" role="alert">
          {problem.title}
        </span>
      )}
    </>
  );
}
