export { lineAcross, officialRed, type PaperDocument } from './paper-document.js';
export { PaperModule } from './paper.module.js';
export { PdfPrinter } from './pdf-printer.js';
