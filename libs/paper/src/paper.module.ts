import { Global, Module } from '@nestjs/common';
import { PdfPrinter } from './pdf-printer.js';

/** Printing official documents. */
@Global()
@Module({ providers: [PdfPrinter], exports: [PdfPrinter] })
export class PaperModule {}
