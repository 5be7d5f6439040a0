import { colours, faces } from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Publishes the tokens as CSS custom properties (`--ink`, `--ink-soft`, `--face-title` …) so that style sheets name no colour. */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${kebab(name)}`, value);
  for (const [name, value] of Object.entries(faces)) root.style.setProperty(`--face-${name}`, value);
  root.style.setProperty('--seal', colours.cinnabar);
  root.style.setProperty('--seal-ground', '#fdf8ee');
}
