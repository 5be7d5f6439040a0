import type { INestApplicationContext } from '@nestjs/common';
import { type DemonstrationLink, DemonstrationLinks } from '@ducha/demonstration';

/** Prints the address first; in the demonstration county also one-time links to look around with. */
export async function welcome(app: INestApplicationContext, address: string): Promise<void> {
  process.stdout.write(`Ducha: ${address}\n`);
  const links = app.get(DemonstrationLinks, { strict: false });
  if (!(await links.areAllowed())) return;
  process.stdout.write('\n演示数据，人物均为虚构。一次性登录链接（更多：npm run ducha -- demo links）\n');
  process.stdout.write(
    'Demonstration data, everybody is invented. One-time sign-in links (more: npm run ducha -- demo links):\n\n',
  );
  process.stdout.write(linesOf(address, await links.forGuides()));
}

/** One line a link: role, name and title, address. */
export function linesOf(address: string, links: readonly DemonstrationLink[]): string {
  return links
    .map(({ role, name, title, path }) => `${padded(role, 14)} ${padded(`${name} ${title}`, 34)} ${address}${path}\n`)
    .join('');
}

/** Padded by columns of a terminal, where a Chinese character takes two. */
function padded(text: string, columns: number): string {
  const taken = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, columns - taken));
}
