import { useState } from 'react';
import { isGuest } from '../../api/session';
import { useSession } from '../../api/useSession';
import { Link } from '../../app/navigation';
import { to } from '../../app/routes';
import { Field } from '../../parts/parts';

export interface Person {
  name: string;
  email: string;
}

const KEY = 'cavea.buyer';

/** Name and address of the buyer, kept in this tab so that a reload does not ask again. */
export function useBuyer() {
  const who = useSession();
  const known = !isGuest(who);
  const [person, setPerson] = useState<Person>(() => ({
    ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{"name":"","email":""}') as Person),
    ...(known && who ? { name: who.name, email: who.email } : {}),
  }));
  const [checked, setChecked] = useState(false);
  const wrong = {
    name: person.name.trim() ? null : 'Your name is printed on the tickets.',
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email.trim()) ? null : 'Enter an address like name@example.com.',
  };
  return {
    person,
    known,
    wrong: checked ? wrong : { name: null, email: null },
    set(change: Partial<Person>) {
      const next = { ...person, ...change };
      sessionStorage.setItem(KEY, JSON.stringify(next));
      setPerson(next);
    },
    /** The buyer when everything is there; else shows what is missing and goes there. */
    check(): Person | null {
      setChecked(true);
      const first = wrong.name ? 'name' : wrong.email ? 'email' : null;
      if (!first) return { name: person.name.trim(), email: person.email.trim() };
      document.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
      return null;
    },
  };
}

type BuyerState = ReturnType<typeof useBuyer>;

export function Buyer({ buyer, next }: { buyer: BuyerState; next: string }) {
  return (
    <fieldset className="stack">
      <legend>
        <h2>Your details</h2>
      </legend>
      {buyer.known ? (
        <p className="soft">Your tickets are also in your account.</p>
      ) : (
        <p className="soft">
          No account is needed. <Link href={to.account(next)}>Log in or register</Link> if you want your tickets on every device.
        </p>
      )}
      <div className="two">
        <Field label="Name" wrong={buyer.wrong.name}>
          {(ids) => (
            <input {...ids} className="input" name="name" autoComplete="name" required value={buyer.person.name} onInput={(event) => buyer.set({ name: event.currentTarget.value })} />
          )}
        </Field>
        <Field label="E-mail" hint="Your tickets are sent here." wrong={buyer.wrong.email}>
          {(ids) => (
            <input {...ids} className="input" name="email" type="email" inputMode="email" autoComplete="email" required value={buyer.person.email} onInput={(event) => buyer.set({ email: event.currentTarget.value })} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
