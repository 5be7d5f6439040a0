const place = 'ducha.back';

/** Remembers in this tab where somebody wanted to go, while the identity provider has the browser. */
export function rememberBack(back: string | undefined): void {
  if (back === undefined) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, back);
}

/** Where that was, once. */
export function takeBack(): string | undefined {
  const back = sessionStorage.getItem(place) ?? undefined;
  sessionStorage.removeItem(place);
  return back;
}
