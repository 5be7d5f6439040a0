import type { INestApplicationContext } from '@nestjs/common';
import { type DemonstrationLink, DemonstrationLinks } from '@ducha/demonstration';
import { SetupLinks } from '@ducha/founding';

/** Prints the address first; in an empty county the link to set it up, in the demonstration county links to look around with. */
export async function welcome(app: INestApplicationContext, address: string): Promise<void> {
  process.stdout.write(`Ducha: ${address}\n`);
  await inviteFirst(app, address);
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

/** Whoever reads the terminal of an empty county may set it up. */
async function inviteFirst(app: INestApplicationContext, address: string): Promise<void> {
  const token = await app.get(SetupLinks, { strict: false }).make();
  if (token === null) return;
  process.stdout.write('\n本县尚未初始化。请在浏览器中打开以下链接（24 小时内有效，完成后失效）：\n');
  process.stdout.write('This county is not set up yet. Open this link (valid for 24 hours, dead once it is done):\n\n');
  process.stdout.write(`${address}/setup?token=${token}\n\n`);
}
