import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import pdfmake from 'pdfmake';

/** Prints documents as PDF with a Chinese typeface inside, and reads nothing but that typeface. */
@Injectable()
export class PdfPrinter {
  constructor() {
    const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
    const fonts = join(dirname(dirname(entry)), 'fonts');
    const face = (weight: string): string => join(fonts, `NotoSansHans-${weight}.otf`);
    pdfmake.setFonts({ Hans: { normal: face('Regular'), bold: face('Bold') } });
    pdfmake.setLocalAccessPolicy((path) => dirname(path) === fonts);
    pdfmake.setUrlAccessPolicy(() => false);
  }

  /** @param document  as pdfmake takes it; its typeface is `Hans` */
  print(document: object): Promise<Buffer> {
    return pdfmake
      .createPdf({ ...document, defaultStyle: { font: 'Hans', fontSize: 12, lineHeight: 1.4 } })
      .getBuffer();
  }
}
