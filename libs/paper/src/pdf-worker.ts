import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { PrintAnswer, PrintOrder } from './print-order.js';

/** Prints documents one after the other in a thread of its own; reads nothing but its typeface. */
const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
const fonts = join(dirname(dirname(entry)), 'fonts');
const face = (weight: string): string => join(fonts, `NotoSansHans-${weight}.otf`);
pdfmake.setFonts({ Hans: { normal: face('Regular'), bold: face('Bold') } });
pdfmake.setLocalAccessPolicy((path) => dirname(path) === fonts);
pdfmake.setUrlAccessPolicy(() => false);

async function printed({ id, document: { foot, ...document } }: PrintOrder): Promise<PrintAnswer> {
  try {
    const style = { font: 'Hans', fontSize: 12, lineHeight: 1.4 };
    const pdf = await pdfmake.createPdf({ ...document, footer: footer(foot), defaultStyle: style }).getBuffer();
    return { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}

const footer = (words: string) => (page: number, pages: number) => ({
  text: `${words}　第 ${page} 页，共 ${pages} 页`,
  ...{ alignment: 'center', fontSize: 9, color: '#595959', margin: [0, 20, 0, 0] },
});

parentPort?.on('message', (order: PrintOrder) => {
  void printed(order).then((answer) => parentPort?.postMessage(answer));
});
